package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.casework.CommentKey;
import org.jdbi.v3.core.Handle;

/** Tells whether a picture, or a video, of a comment was looked at and not kept. */
final class NoRoom {
  private NoRoom() {}

  /** Returns whether there was no room for it when it was fetched to be read. */
  static boolean was(Handle handle, CommentKey comment, PictureLink link) {
    return handle
        .createQuery(
            """
            select exists (
              select from picture_reading
              where account = :account and comment_id = :comment and url_key = :key and no_room)
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", link.getKey())
        .mapTo(Boolean.class)
        .one();
  }

  /** Records that all of it is kept now. */
  static void isOver(Handle transaction, CommentKey comment, PictureLink link) {
    transaction
        .createUpdate(
            """
            update picture_reading set no_room = false
            where account = :account and comment_id = :comment and url_key = :key and no_room
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", link.getKey())
        .execute();
  }
}

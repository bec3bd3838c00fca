package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Still frames of comments' videos in the archive. They stand among the pictures, and go as those
 * go: with the reading of their video, and with their comment.
 */
public final class CommentFrames {
  /**
   * One frame.
   *
   * @param second of the video, from 0
   * @param content a JPEG
   */
  public record Frame(int second, byte[] content, Instant keptAt) {}

  private CommentFrames() {}

  /** Returns the key of a frame: no address that a stranger writes has such a one. */
  public static String key(String video, int second) {
    return CommentPictures.key(video) + "t" + second;
  }

  /**
   * Stores a frame, unless there is one already.
   *
   * @param video its address
   */
  public static void keep(
      Handle transaction, CommentKey comment, String video, int second, byte[] content) {
    transaction
        .createUpdate(
            """
            insert into comment_picture (account, comment_id, url_key, content, evidence, video_key, second)
            select c.account, c.comment_id, :key, :content, false, :video, :second
            from comment c
            where c.account = :account and c.comment_id = :comment and c.disposal_id is null
            for share of c
            on conflict do nothing
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", key(video, second))
        .bind("video", CommentPictures.key(video))
        .bind("second", second)
        .bind("content", content)
        .execute();
  }

  /** Deletes those of a video, unless they are of this content. */
  static void deleteOthers(Handle transaction, ClaimedPicture video, String contentKey) {
    transaction
        .createUpdate(
            """
            delete from comment_picture f
            using picture_reading r
            where r.id = :id and r.claimed_until = :until and r.content_key <> :content and f.account = r.account
              and f.comment_id = r.comment_id and f.video_key = r.url_key
            """)
        .bind("id", video.id())
        .bind("until", video.until())
        .bind("content", contentKey)
        .execute();
  }

  /** Returns one; empty if it is not kept. Reads no other one. */
  public static Optional<Frame> at(Handle handle, CommentKey comment, String video, int second) {
    return CommentPictures.keyed(handle, comment, key(video, second))
        .map(kept -> new Frame(second, kept.content(), kept.keptAt()));
  }

  /** Returns the seconds of those that are kept of a video, the first one first. */
  public static List<Integer> seconds(Handle handle, CommentKey comment, String video) {
    return handle
        .createQuery(
            """
            select second
            from comment_picture
            where account = :account and comment_id = :comment and video_key = :video
            order by second
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("video", CommentPictures.key(video))
        .mapTo(Integer.class)
        .list();
  }

  /** Returns those that were taken for a person, the first one first. */
  public static List<Frame> forPeople(Handle handle, CommentKey comment, String video) {
    return of(handle, comment, video, "and for_people");
  }

  /** Returns those of a video, the first one first. */
  public static List<Frame> of(Handle handle, CommentKey comment, String video) {
    return of(handle, comment, video, "");
  }

  private static List<Frame> of(Handle handle, CommentKey comment, String video, String which) {
    return handle
        .createQuery(
            """
            select second, content, kept_at
            from comment_picture
            where account = :account and comment_id = :comment and video_key = :video %s
            order by second
            """
                .formatted(which))
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("video", CommentPictures.key(video))
        .map(ConstructorMapper.of(Frame.class))
        .list();
  }
}

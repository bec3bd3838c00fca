package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * A picture of a comment, or a video, that an instance works on.
 *
 * @param tries how often that was begun, this time included
 * @param tooMany whether its comment has more pictures than are read before it
 * @param kind whether it is known to be a video
 * @param looks how often taking frames of it was begun before
 * @param changed whether its address brought something else to a person than what was read
 * @param noRoom whether it, or some of its frames, is not kept for lack of room
 * @param until end of the claim, which tells it from others
 */
public record ClaimedPicture(
    long id,
    CommentKey key,
    String url,
    int tries,
    boolean tooMany,
    FetchKind kind,
    int looks,
    boolean changed,
    boolean noRoom,
    OffsetDateTime until) {
  ClaimedPicture until(OffsetDateTime later) {
    return new ClaimedPicture(id, key, url, tries, tooMany, kind, looks, changed, noRoom, later);
  }

  /**
   * Returns a change of its row. What lost its claim, to another instance or to evidence, changes
   * nothing.
   *
   * @param sql without a condition
   */
  Update update(Handle transaction, String sql) {
    return transaction
        .createUpdate(sql + " where id = :id and claimed_until = :until")
        .bind("id", id)
        .bind("until", until);
  }
}

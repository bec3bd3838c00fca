package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.VisibilityRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The current state of a delivered comment.
 *
 * @param changedAt when its text was last changed, according to its system
 * @param digest of what its readers see
 * @param hiddenAt when it was last hidden or shown again
 * @param newest the sequence of its last change
 */
public record Standing(
    String commentId,
    String postId,
    Optional<String> authorId,
    Instant writtenAt,
    Instant changedAt,
    byte[] digest,
    boolean hidden,
    Instant hiddenAt,
    boolean gone,
    long newest) {

  static Standing first(CommentRow row) {
    return new Standing(
        row.id(),
        row.post(),
        row.author().id(),
        row.writtenAt(),
        row.editedAt().orElse(row.writtenAt()),
        row.digest(),
        row.hidden(),
        row.writtenAt(),
        false,
        0);
  }

  /**
   * Returns the state after another row about it: unchanged if the row is not news, because it is
   * known, older than what is known, or about something that is gone.
   */
  Standing after(DeliveredRow row) {
    if (gone) {
      return this;
    }
    if (row instanceof CommentRow comment) {
      boolean news =
          !comment.editedAt().orElse(comment.writtenAt()).isBefore(changedAt)
              && !Arrays.equals(digest, comment.digest());
      return news ? changed(comment) : this;
    }
    if (row instanceof VisibilityRow visibility) {
      boolean news = visibility.hidden() != hidden && !visibility.at().isBefore(hiddenAt);
      return news ? shown(!visibility.hidden(), visibility.at()) : this;
    }
    return deleted();
  }

  private Standing changed(CommentRow row) {
    return new Standing(
        commentId,
        row.post(),
        row.author().id(),
        writtenAt,
        row.editedAt().orElse(changedAt),
        row.digest(),
        hidden,
        hiddenAt,
        false,
        newest);
  }

  Standing shown(boolean visible, Instant at) {
    return hidden != visible
        ? this
        : new Standing(
            commentId, postId, authorId, writtenAt, changedAt, digest, !visible, at, gone, newest);
  }

  Standing deleted() {
    return gone
        ? this
        : new Standing(
            commentId, postId, authorId, writtenAt, changedAt, digest, hidden, hiddenAt, true,
            newest);
  }

  Standing at(long sequence) {
    return new Standing(
        commentId, postId, authorId, writtenAt, changedAt, digest, hidden, hiddenAt, gone,
        sequence);
  }
}

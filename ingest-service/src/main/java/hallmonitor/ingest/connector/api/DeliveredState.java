package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.VisibilityRow;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * The current state of a delivered comment.
 *
 * @param hiddenAt when it was last hidden or shown again
 * @param newest the sequence of its last change
 */
public record DeliveredState(
    String commentId,
    String postId,
    Optional<String> authorId,
    Instant writtenAt,
    @Nested DeliveredText text,
    boolean hidden,
    Instant hiddenAt,
    boolean gone,
    long newest) {

  static DeliveredState first(CommentRow row) {
    return new DeliveredState(
        row.id(),
        row.post(),
        row.author().id(),
        row.writtenAt(),
        DeliveredText.first(row),
        row.hidden(),
        row.writtenAt(),
        false,
        0);
  }

  /**
   * Returns the state after another row about it: unchanged if the row is not news, because it is
   * known, older than what is known, or about something that is gone.
   */
  DeliveredState after(DeliveredRow row) {
    if (gone) {
      return this;
    }
    if (row instanceof CommentRow comment) {
      return text.isNews(comment) ? changed(comment) : this;
    }
    if (row instanceof VisibilityRow visibility) {
      boolean news = visibility.hidden() != hidden && !visibility.at().isBefore(hiddenAt);
      return news ? shown(!visibility.hidden(), visibility.at()) : this;
    }
    return deleted();
  }

  /** Returns whether a row is a change of a comment that no longer exists. */
  boolean isTooLate(DeliveredRow row) {
    return gone && row instanceof CommentRow comment && text.isNews(comment);
  }

  private DeliveredState changed(CommentRow row) {
    return new DeliveredState(
        commentId,
        row.post(),
        row.author().id(),
        writtenAt,
        text.after(row),
        hidden,
        hiddenAt,
        gone,
        newest);
  }

  DeliveredState shown(boolean visible, Instant at) {
    return hidden != visible
        ? this
        : new DeliveredState(
            commentId, postId, authorId, writtenAt, text, !visible, at, gone, newest);
  }

  DeliveredState deleted() {
    return gone
        ? this
        : new DeliveredState(
            commentId, postId, authorId, writtenAt, text, hidden, hiddenAt, true, newest);
  }

  DeliveredState at(long sequence) {
    return new DeliveredState(
        commentId, postId, authorId, writtenAt, text, hidden, hiddenAt, gone, sequence);
  }
}

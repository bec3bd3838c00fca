package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.casework.CommentKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The last comment of a page; the next page starts after it, no matter what came meanwhile.
 *
 * @param comment with an empty account and id: the next page starts with this moment
 */
public record PlaceInList(Instant at, CommentKey comment) {
  private static final CommentKey NONE = new CommentKey("", "");

  /** Returns the place before all comments of a moment. */
  public static PlaceInList before(Instant moment) {
    return new PlaceInList(moment, NONE);
  }

  static PlaceInList of(ListedComment last) {
    return new PlaceInList(last.firstSeenAt(), new CommentKey(last.account(), last.commentId()));
  }

  /** Reads a place; empty if the text is none. */
  public static Optional<PlaceInList> parse(String text) {
    String[] parts = text.split("~", 2);
    try {
      if (parts.length < 2) {
        return Optional.empty();
      }
      Optional<CommentKey> comment =
          parts[1].isEmpty() ? Optional.of(NONE) : CommentAddress.parse(parts[1]);
      return comment.map(last -> new PlaceInList(Instant.parse(parts[0]), last));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return at
        + "~"
        + (comment.equals(NONE) ? "" : CommentAddress.of(comment.account(), comment.id()));
  }
}

package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.casework.CommentKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The last comment of a page; the next page starts after it, no matter what came meanwhile. */
record PlaceInList(Instant at, CommentKey comment) {
  static PlaceInList of(ListedComment last) {
    return new PlaceInList(last.firstSeenAt(), new CommentKey(last.account(), last.commentId()));
  }

  static Optional<PlaceInList> parse(String text) {
    String[] parts = text.split("~", 2);
    try {
      return parts.length == 2
          ? CommentAddress.parse(parts[1])
              .map(comment -> new PlaceInList(Instant.parse(parts[0]), comment))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return at + "~" + CommentAddress.of(comment.account(), comment.id());
  }
}

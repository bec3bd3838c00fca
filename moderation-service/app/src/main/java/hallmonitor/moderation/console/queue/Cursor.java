package hallmonitor.moderation.console.queue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * The last item of a page. The next page starts after it, no matter how the queue has changed
 * since.
 *
 * @param place in the queue, from 0; 0 in the list of decided cases
 */
record Cursor(int place, Instant at, UUID caseId) {
  static Optional<Cursor> parse(String text) {
    String[] parts = text == null ? new String[0] : text.split("~", -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new Cursor(
                  Short.parseShort(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2])))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return place + "~" + at + "~" + caseId;
  }
}

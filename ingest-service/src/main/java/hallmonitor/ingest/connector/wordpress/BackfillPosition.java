package hallmonitor.ingest.connector.wordpress;

import java.time.Instant;
import java.util.Optional;

/**
 * A position in the history, which is read day by day into the past, each day from its start.
 *
 * @param before end of the current day, exclusive
 * @param place position within the day
 * @param total comments of the whole back-fill, if known
 */
record BackfillPosition(
    Instant before, ListPosition place, boolean finished, Optional<Long> total) {
  static BackfillPosition end(Instant notBefore) {
    return new BackfillPosition(notBefore, ListPosition.after(notBefore), true, Optional.empty());
  }

  static BackfillPosition parse(String cursor) {
    String[] parts = cursor.split("\\|", 4);
    return new BackfillPosition(
        Instant.parse(parts[0]),
        ListPosition.parse(parts[3]),
        Boolean.parseBoolean(parts[1]),
        parts[2].isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(parts[2])));
  }

  String cursor() {
    return before
        + "|"
        + finished
        + "|"
        + total.map(String::valueOf).orElse("")
        + "|"
        + place.cursor();
  }

  BackfillPosition with(ListPosition next) {
    return new BackfillPosition(before, next, finished, total);
  }

  BackfillPosition counted(Optional<Long> total) {
    return new BackfillPosition(before, place, finished, total);
  }
}

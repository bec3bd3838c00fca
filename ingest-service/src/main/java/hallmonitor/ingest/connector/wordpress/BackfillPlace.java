package hallmonitor.ingest.connector.wordpress;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in the history, which is read day by day into the past, each day from its start.
 *
 * @param before end of the day in hand, exclusive
 * @param place in the day
 * @param total comments of the whole back-fill, where known
 */
record BackfillPlace(Instant before, Place place, boolean finished, Optional<Long> total) {
  static BackfillPlace end(Instant notBefore) {
    return new BackfillPlace(notBefore, Place.after(notBefore), true, Optional.empty());
  }

  static BackfillPlace parse(String cursor) {
    String[] parts = cursor.split("\\|", 4);
    return new BackfillPlace(
        Instant.parse(parts[0]),
        Place.parse(parts[3]),
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

  BackfillPlace with(Place next) {
    return new BackfillPlace(before, next, finished, total);
  }

  BackfillPlace counted(Optional<Long> total) {
    return new BackfillPlace(before, place, finished, total);
  }
}

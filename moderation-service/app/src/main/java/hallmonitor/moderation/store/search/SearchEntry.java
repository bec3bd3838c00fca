package hallmonitor.moderation.store.search;

import hallmonitor.moderation.casework.search.EntryWords;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A row of the index.
 *
 * @param at when it was seen, or first written if it is of an account's history
 * @param itemId the platform's id of the comment or post
 * @param kind {@code comment}, {@code reply}, {@code edit}, {@code deletion} or {@code post}
 * @param revision of a post its version
 */
record SearchEntry(
    Instant at, String account, String itemId, String kind, String revision, EntryWords words) {
  /** Earlier times are no times at which something was written on a platform. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Returns when something of the past was written, as far as that is believable. */
  static Instant written(Instant claimed, Instant observed) {
    Instant earlier = claimed.isBefore(observed) ? claimed : observed;
    return earlier.isBefore(EARLIEST) ? EARLIEST : earlier;
  }

  YearMonth month() {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }
}

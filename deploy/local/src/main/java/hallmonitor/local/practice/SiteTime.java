package hallmonitor.local.practice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as WordPress has them: whole seconds, compared in the site's own zone, written without a
 * zone. {@code after=2026-11-25T01:00:00} is therefore local time; with {@code Z} or an offset it
 * is converted first, and fractions of a second are dropped.
 */
record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** Farther than any offset, nearer than two changes of the clock. */
  private static final long DAY = 86_400;

  private static final Pattern ACCEPTED =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}(:\\d{2})?)?");

  /** Returns the site's wall-clock time, counted in seconds as if that clock were UTC. */
  long local(long epochSecond) {
    return epochSecond
        + zone.getRules().getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
  }

  /** Returns the earliest moment with a local time that can be the given second or later. */
  long earliest(long local) {
    return local - Math.max(offsetAround(local, -DAY), offsetAround(local, DAY));
  }

  /** Returns the latest moment with a local time that can be the given second or earlier. */
  long latest(long local) {
    return local - Math.min(offsetAround(local, -DAY), offsetAround(local, DAY));
  }

  private long offsetAround(long local, long by) {
    return zone.getRules().getOffset(Instant.ofEpochSecond(local + by)).getTotalSeconds();
  }

  String format(long epochSecond) {
    return formatUtc(local(epochSecond));
  }

  String formatUtc(long epochSecond) {
    return SECONDS.format(LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC));
  }

  /** Parses a bound into {@link #local} seconds; empty if WordPress would say "Invalid date.". */
  Optional<Long> parse(String text) {
    if (!ACCEPTED.matcher(text).matches()) {
      return Optional.empty();
    }
    String iso = text.replace(' ', 'T').toUpperCase(java.util.Locale.ROOT);
    try {
      int zoneAt = Math.max(iso.indexOf('Z'), Math.max(iso.indexOf('+'), iso.indexOf('-', 11)));
      if (zoneAt < 0) {
        return Optional.of(LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC));
      }
      return Optional.of(local(OffsetDateTime.parse(iso).toEpochSecond()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

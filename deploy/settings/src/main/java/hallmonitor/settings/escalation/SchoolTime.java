package hallmonitor.settings.escalation;

import hallmonitor.settings.district.QuietTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The hours in which people can be expected to work: business days, without quiet hours. */
public record SchoolTime(QuietTime quiet, BusinessDays days) {
  private static final Duration STEP = Duration.ofMinutes(1);

  /** More closed nights and days in a row mean that the district's files leave no time at all. */
  private static final int MOST_CLOSED = 1_000;

  /**
   * Returns the end of a time that starts now, or when the schools open next.
   *
   * @param span whole days are school days, to the same time of the day; anything else is counted
   *     in hours and minutes while the schools are open
   */
  public Instant after(Instant start, Duration span) {
    Instant from = open(start);
    return span.equals(Duration.ofDays(span.toDays()))
        ? afterDays(from, (int) span.toDays())
        : afterHours(from, span);
  }

  private Instant afterDays(Instant from, int count) {
    ZoneId zone = days.zone();
    LocalDate day = LocalDate.ofInstant(days.after(from, count), zone);
    return open(day.atTime(from.atZone(zone).toLocalTime()).atZone(zone).toInstant());
  }

  private Instant afterHours(Instant from, Duration span) {
    Instant at = from;
    Duration left = span;
    while (!left.isZero()) {
      Duration step = left.compareTo(STEP) < 0 ? left : STEP;
      at = open(at).plus(step);
      left = left.minus(step);
    }
    return at;
  }

  /** Returns whether people can be expected to work at this time. */
  public boolean isOpen(Instant time) {
    return days.isBusiness(LocalDate.ofInstant(time, days.zone())) && !quiet.isQuiet(time);
  }

  private Instant open(Instant time) {
    Instant at = time;
    for (int closed = 0; !isOpen(at) && closed < MOST_CLOSED; closed++) {
      LocalDate day = LocalDate.ofInstant(at, days.zone());
      at =
          days.isBusiness(day)
              ? quiet.notBefore(at)
              : day.plusDays(1).atStartOfDay(days.zone()).toInstant();
    }
    return isOpen(at) ? at : time;
  }
}

package hallmonitor.settings.district;

import hallmonitor.settings.district.District.QuietHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When people must not be disturbed. Equal bounds mean no quiet hours. If all days of the week are
 * quiet days, none is, since otherwise nothing would ever be sent.
 */
public record QuietTime(QuietHours hours, ZoneId zone) {
  /** Returns the time itself outside quiet hours, otherwise their end. */
  public Instant notBefore(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    return isQuiet(local) ? instant(endAfter(local), time) : time;
  }

  /** Returns whether people must not be disturbed at this time; the end is exclusive. */
  public boolean isQuiet(Instant time) {
    return isQuiet(LocalDateTime.ofInstant(time, zone));
  }

  /** Returns the next time for digests: strictly later, at the end of quiet hours. */
  public Instant nextDigest(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    LocalDateTime next = local.toLocalDate().atTime(hours.until());
    while (!next.isAfter(local) || isWholeDay(next.getDayOfWeek())) {
      next = next.plusDays(1);
    }
    return instant(next, time);
  }

  /** Quiet hours may run into a quiet day, and from it into the next night. */
  private LocalDateTime endAfter(LocalDateTime from) {
    LocalDateTime end = from;
    while (isQuiet(end)) {
      if (isWholeDay(end.getDayOfWeek())) {
        end = end.toLocalDate().plusDays(1).atStartOfDay();
      } else {
        LocalDateTime until = end.toLocalDate().atTime(hours.until());
        end = until.isAfter(end) ? until : until.plusDays(1);
      }
    }
    return end;
  }

  private boolean isQuiet(LocalDateTime local) {
    return isWholeDay(local.getDayOfWeek()) || isNight(local.toLocalTime());
  }

  private boolean isNight(LocalTime time) {
    boolean afterStart = !time.isBefore(hours.from());
    boolean beforeEnd = time.isBefore(hours.until());
    boolean overMidnight = hours.from().isAfter(hours.until());
    return overMidnight ? afterStart || beforeEnd : afterStart && beforeEnd;
  }

  private boolean isWholeDay(DayOfWeek day) {
    return hours.wholeDays().size() < DayOfWeek.values().length && hours.wholeDays().contains(day);
  }

  /** A local time that the clock shows twice in autumn must not end before {@code after}. */
  private Instant instant(LocalDateTime local, Instant after) {
    ZonedDateTime zoned = local.atZone(zone);
    return zoned.toInstant().isAfter(after)
        ? zoned.toInstant()
        : zoned.withLaterOffsetAtOverlap().toInstant();
  }
}

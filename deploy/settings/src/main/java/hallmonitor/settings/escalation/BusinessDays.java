package hallmonitor.settings.escalation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Days on which offices work: neither weekends nor the district's holidays. */
public record BusinessDays(ZoneId zone, Set<LocalDate> holidays) {
  private static final LocalTime END =
      LocalTime.MAX.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

  public BusinessDays {
    holidays = Set.copyOf(holidays);
  }

  /**
   * Returns the end of the n-th business day after the day of {@code start}, which does not count
   * itself, as statutes count days (5 ILCS 70/1.11).
   */
  public Instant after(Instant start, int days) {
    LocalDate day = LocalDate.ofInstant(start, zone);
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isBusiness(day)) {
        left--;
      }
    }
    return ZonedDateTime.of(day, END, zone).toInstant();
  }

  public boolean isBusiness(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }
}

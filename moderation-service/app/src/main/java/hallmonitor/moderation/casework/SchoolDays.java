package hallmonitor.moderation.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which the district's offices work.
 *
 * @param closed holidays and breaks, beside Saturdays and Sundays
 */
public record SchoolDays(Set<LocalDate> closed) {
  public SchoolDays {
    closed = Set.copyOf(closed);
  }

  /** The n-th school day after a day, which itself does not count. */
  public LocalDate after(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (isOpen(at)) {
        left--;
      }
    }
    return at;
  }

  private boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closed.contains(day);
  }
}

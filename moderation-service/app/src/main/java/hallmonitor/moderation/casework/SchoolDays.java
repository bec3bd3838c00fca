package hallmonitor.moderation.casework;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which the district's offices work.
 *
 * @param closed holidays and breaks, besides Saturdays and Sundays
 */
public record SchoolDays(Set<LocalDate> closed) {
  public SchoolDays {
    closed = Set.copyOf(closed);
  }

  /** Returns the n-th school day after a day, which does not count itself. */
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

  /** Returns whether offices work on a day. */
  public boolean isOpen(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !closed.contains(day);
  }
}

package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.SchoolDays;
import java.time.LocalDate;

/**
 * How long a statute gives.
 *
 * @param days at least 1
 * @param business whether only days count on which offices work
 */
public record DayCount(int days, boolean business) {
  public DayCount {
    if (days < 1) {
      throw new IllegalArgumentException("a statute gives at least a day, not " + days);
    }
  }

  /**
   * Returns the last day; the day itself does not count. Time that ends while the offices are
   * closed runs until the next business day.
   */
  public LocalDate after(LocalDate day, SchoolDays offices) {
    if (business) {
      return offices.after(day, days);
    }
    LocalDate last = day.plusDays(days);
    return offices.isOpen(last) ? last : offices.after(last, 1);
  }
}

package hallmonitor.moderation.console;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A school year.
 *
 * @param begins its first day, in every year
 */
public record SchoolYear(LocalDate first, MonthDay begins) {
  /** Returns the school year of a day. */
  public static SchoolYear of(LocalDate day, MonthDay begins) {
    LocalDate thisYear = begins.atYear(day.getYear());
    return new SchoolYear(
        thisYear.isAfter(day) ? begins.atYear(day.getYear() - 1) : thisYear, begins);
  }

  public SchoolYear next() {
    return new SchoolYear(begins.atYear(first.getYear() + 1), begins);
  }

  public LocalDate last() {
    return next().first().minusDays(1);
  }

  /** Returns its name, such as {@code 2026–27}. */
  public String getName() {
    return last().getYear() == first.getYear()
        ? String.valueOf(first.getYear())
        : first.getYear() + "–" + String.format("%02d", last().getYear() % 100);
  }
}

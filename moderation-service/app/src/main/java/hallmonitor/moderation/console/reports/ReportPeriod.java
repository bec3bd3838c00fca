package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.SchoolYear;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;

/**
 * The days that a report covers.
 *
 * @param choice {@code 7}, {@code 30}, {@code 90}, {@code year} or {@code custom}
 * @param from first day
 * @param to last day
 */
record ReportPeriod(String choice, LocalDate from, LocalDate to) {
  /** A little over three years; a backtest covers longer spans. */
  static final int MOST_DAYS = 1_100;

  /**
   * Parses a request; unreadable input or an invalid span gives the last 30 days.
   *
   * @param today in the district's time zone
   */
  static ReportPeriod of(
      String choice, String from, String to, LocalDate today, MonthDay schoolYearFrom) {
    return switch (String.valueOf(choice)) {
      case "7" -> last(7, today);
      case "90" -> last(90, today);
      case "year" -> new ReportPeriod("year", SchoolYear.of(today, schoolYearFrom).first(), today);
      case "custom" -> custom(from, to, today);
      default -> last(30, today);
    };
  }

  private static ReportPeriod last(int days, LocalDate today) {
    return new ReportPeriod(String.valueOf(days), today.minusDays(days - 1L), today);
  }

  private static ReportPeriod custom(String from, String to, LocalDate today) {
    try {
      LocalDate last = LocalDate.parse(String.valueOf(to));
      LocalDate end = last.isAfter(today) ? today : last;
      LocalDate first = LocalDate.parse(String.valueOf(from));
      LocalDate earliest = end.minusDays(MOST_DAYS - 1L);
      return first.isAfter(end)
          ? last(30, today)
          : new ReportPeriod("custom", first.isBefore(earliest) ? earliest : first, end);
    } catch (DateTimeParseException e) {
      return last(30, today);
    }
  }

  /** Returns as many days just before. */
  ReportPeriod before() {
    return new ReportPeriod("custom", from.minusDays(days()), from.minusDays(1));
  }

  long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }
}

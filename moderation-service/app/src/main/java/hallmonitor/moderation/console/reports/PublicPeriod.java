package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.SchoolYear;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A period that the public may ask about: a month, or a school year. No month counts before it is
 * over, so that nobody can watch what happens to a comment of their own.
 *
 * @param id {@code 2026-10} or {@code 2026–27}
 * @param from first day
 * @param to last day
 * @param month whether it is one month
 */
record PublicPeriod(String id, LocalDate from, LocalDate to, boolean month) {
  private static final int MOST_MONTHS = 12;

  /**
   * Returns the periods, the longest and newest first; none before the first month is over.
   *
   * @param today in the district's time zone
   * @param first the day since which anything is counted
   */
  static List<PublicPeriod> upTo(LocalDate today, LocalDate first, MonthDay schoolYearFrom) {
    YearMonth last = YearMonth.from(today).minusMonths(1);
    LocalDate end = last.atEndOfMonth();
    if (first.isAfter(end)) {
      return List.of();
    }
    List<PublicPeriod> periods = new ArrayList<>();
    SchoolYear year = SchoolYear.of(end, schoolYearFrom);
    SchoolYear before = SchoolYear.of(year.first().minusDays(1), schoolYearFrom);
    for (SchoolYear each : List.of(year, before)) {
      if (!each.last().isBefore(first)) {
        LocalDate to = each.last().isBefore(end) ? each.last() : end;
        periods.add(new PublicPeriod(each.getName(), each.first(), to, false));
      }
    }
    YearMonth earliest = YearMonth.from(first);
    Stream.iterate(last, month -> month.minusMonths(1))
        .limit(MOST_MONTHS)
        .takeWhile(month -> !month.isBefore(earliest))
        .map(m -> new PublicPeriod(m.toString(), m.atDay(1), m.atEndOfMonth(), true))
        .forEach(periods::add);
    return periods;
  }

  /** Returns the period with that id, or else the first. */
  static Optional<PublicPeriod> find(List<PublicPeriod> periods, String id) {
    return periods.stream()
        .filter(period -> period.id().equals(id))
        .findFirst()
        .or(() -> periods.stream().findFirst());
  }

  ReportPeriod span() {
    return new ReportPeriod("custom", from, to);
  }
}

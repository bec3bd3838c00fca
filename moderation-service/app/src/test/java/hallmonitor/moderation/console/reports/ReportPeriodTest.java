package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPeriodTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final MonthDay AUGUST = MonthDay.of(8, 1);

  private static ReportPeriod of(String choice, String from, String to) {
    return ReportPeriod.of(choice, from, to, TODAY, AUGUST);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void theLastDaysEndWithToday() {
    assertThat(of("7", null, null)).isEqualTo(new ReportPeriod("7", day("2026-11-19"), TODAY));
    assertThat(of("90", null, null).days()).isEqualTo(90);
    assertThat(of(null, null, null).days()).isEqualTo(30);
  }

  @Test
  void aSchoolYearBeginsOnItsDayOfThisYearOrTheLast() {
    assertThat(of("year", null, null).from()).isEqualTo(day("2026-08-01"));
    assertThat(ReportPeriod.of("year", null, null, day("2026-07-31"), AUGUST).from())
        .isEqualTo(day("2025-08-01"));
  }

  @Test
  void aSpanOfOnesOwnIsTakenAndBounded() {
    assertThat(of("custom", "2026-01-05", "2026-01-09"))
        .isEqualTo(new ReportPeriod("custom", day("2026-01-05"), day("2026-01-09")));
    assertThat(of("custom", "2026-11-01", "2030-01-01").to()).isEqualTo(TODAY);
    assertThat(of("custom", "1990-01-01", "2026-11-25").days()).isEqualTo(ReportPeriod.MOST_DAYS);
  }

  @Test
  void whatIsNoSpanIsTheLast30Days() {
    for (ReportPeriod span :
        List.of(
            of("custom", "soon", "2026-11-25"),
            of("custom", null, ""),
            of("custom", "2026-11-25", "2026-11-01"))) {
      assertThat(span).isEqualTo(of("30", null, null));
    }
  }

  @Test
  void weeksAndMonthsStandForLongerSpansWithoutGaps() {
    DayVolume one = new DayVolume(day("2026-03-04"), 3, 4, 2, 1, 1, 0);
    List<DayVolume> weeks =
        ReportBuckets.of(new ReportPeriod("custom", day("2026-01-01"), TODAY), List.of(one, one));

    assertThat(weeks).hasSize(48);
    assertThat(weeks.get(0).day()).isEqualTo(day("2025-12-29"));
    assertThat(weeks.stream().filter(w -> w.judged() > 0))
        .containsExactly(new DayVolume(day("2026-03-02"), 6, 8, 4, 2, 2, 0));
    assertThat(ReportBuckets.of(new ReportPeriod("custom", day("2024-01-01"), TODAY), List.of()))
        .hasSize(35);
    assertThat(ReportBuckets.of(of("30", null, null), List.of())).hasSize(30);
  }
}

package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which periods the public may ask about. */
class PublicPeriodTest {
  private static final MonthDay AUGUST = MonthDay.of(8, 1);

  private static List<PublicPeriod> on(String today, String first) {
    return PublicPeriod.upTo(LocalDate.parse(today), LocalDate.parse(first), AUGUST);
  }

  private static List<String> ids(String today, String first) {
    return on(today, first).stream().map(PublicPeriod::id).toList();
  }

  @Test
  void aMonthCountsWhenItIsOver() {
    assertThat(ids("2026-10-31", "2026-10-02")).isEmpty();
    assertThat(ids("2026-11-01", "2026-10-02")).containsExactly("2026–27", "2026-10");
  }

  @Test
  void theSchoolYearEndsWithTheLastMonthThatIsOver() {
    assertThat(on("2026-11-20", "2026-09-10").get(0))
        .isEqualTo(
            new PublicPeriod(
                "2026–27", LocalDate.parse("2026-08-01"), LocalDate.parse("2026-10-31"), false));
  }

  @Test
  void inTheFirstMonthOfASchoolYearTheYearBeforeIsTheNewest() {
    assertThat(on("2026-08-20", "2025-01-10").get(0))
        .isEqualTo(
            new PublicPeriod(
                "2025–26", LocalDate.parse("2025-08-01"), LocalDate.parse("2026-07-31"), false));
  }

  @Test
  void twoSchoolYearsAndTwelveMonthsAreOffered() {
    assertThat(ids("2026-11-20", "2020-01-01"))
        .hasSize(14)
        .startsWith("2026–27", "2025–26", "2026-10", "2026-09")
        .endsWith("2025-11");
  }

  @Test
  void anUnknownPeriodIsTheFirst() {
    List<PublicPeriod> periods = on("2026-11-20", "2026-09-10");
    assertThat(PublicPeriod.find(periods, "2026-09"))
        .hasValueSatisfying(found -> assertThat(found.month()).isTrue());
    assertThat(PublicPeriod.find(periods, "1999-01' or 1=1")).contains(periods.get(0));
    assertThat(PublicPeriod.find(List.of(), "2026-09")).isEmpty();
  }
}

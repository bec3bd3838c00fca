package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-10-01");
  private static final RecordKind KIND = RecordKind.values()[0];
  private static final Retention SEVEN_YEARS =
      new Retention("the records commission", Map.of(KIND, Period.ofYears(7)));

  @Test
  void whatTheScheduleDoesNotNameIsKeptForever() {
    assertThat(Retention.FOR_EVER.latest(KIND, TODAY)).isEmpty();
    assertThat(Retention.FOR_EVER.refusal(KIND, TODAY.minusYears(100), TODAY))
        .map(Object::toString)
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains(
                        "No time limit is set for records of this kind, so they are kept forever."));
  }

  @Test
  void recordsThatAreOldEnoughMayBeDisposedOf() {
    LocalDate latest = LocalDate.parse("2019-10-01");

    assertThat(SEVEN_YEARS.latest(KIND, TODAY)).contains(latest);
    assertThat(SEVEN_YEARS.refusal(KIND, latest, TODAY)).isEmpty();
    assertThat(SEVEN_YEARS.refusal(KIND, latest.minusDays(1), TODAY)).isEmpty();
  }

  @Test
  void youngerOnesAreRefusedWithTheDayFromWhichTheyMay() {
    assertThat(SEVEN_YEARS.refusal(KIND, LocalDate.parse("2019-10-02"), TODAY))
        .map(Object::toString)
        .contains(
            "Records of this kind are kept for 7 years: choose 2019-10-01 or an earlier day.");
  }

  @Test
  void aTimeIsSaidInYearsWhereItIsWholeYears() {
    assertThat(Retention.inWords(Period.ofYears(1))).hasToString("1 year");
    assertThat(Retention.inWords(Period.ofMonths(24))).hasToString("2 years");
    assertThat(Retention.inWords(Period.ofMonths(18))).hasToString("18 months");
    assertThat(Retention.inWords(Period.of(1, 1, 0))).hasToString("13 months");
  }
}

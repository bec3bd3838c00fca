package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-10-01");
  private static final RecordKind KIND = RecordKind.ALLOWED_COMMENTS;
  private static final RecordPlace BAND = RecordPlace.of("band", "maple-high", "classroom");
  private static final RecordPlace MAPLE = RecordPlace.of("maple", "maple-high", "school");
  private static final RecordPlace BIRCH = RecordPlace.of("birch", "birch-elementary", "school");
  private static final RecordPlace LEFT = RecordPlace.unknown("left-the-file");
  private static final Retention SEVEN_YEARS =
      new Retention("the records commission", Map.of(KIND, Period.ofYears(7)));

  private static RetentionRule rule(String account, String building, String kind, int years) {
    return new RetentionRule(
        KIND,
        new RetentionReach(account, building, kind),
        years == 0 ? Optional.empty() : Optional.of(Period.ofYears(years)),
        "the records commission",
        "our schedule",
        "");
  }

  private static Retention schedule(RetentionRule... rules) {
    return new Retention("the records commission", List.of(rules));
  }

  private static int years(Retention schedule, RecordPlace place) {
    return schedule
        .governing(KIND, place)
        .flatMap(RetentionRule::kept)
        .map(Period::getYears)
        .orElse(0);
  }

  @Test
  void whatTheScheduleDoesNotNameIsKeptForever() {
    assertThat(Retention.FOR_EVER.governing(KIND, MAPLE)).isEmpty();
    assertThat(Retention.FOR_EVER.refusal(KIND, List.of(MAPLE), TODAY.minusYears(100), TODAY))
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

    assertThat(SEVEN_YEARS.refusal(KIND, List.of(MAPLE), latest, TODAY)).isEmpty();
    assertThat(SEVEN_YEARS.refusal(KIND, List.of(MAPLE), latest.minusDays(1), TODAY)).isEmpty();
  }

  @Test
  void youngerOnesAreRefusedWithTheDayFromWhichTheyMay() {
    assertThat(SEVEN_YEARS.refusal(KIND, List.of(MAPLE), LocalDate.parse("2019-10-02"), TODAY))
        .map(Object::toString)
        .contains(
            "Records of this kind are kept for 7 years: choose 2019-10-01 or an earlier day.");
  }

  @Test
  void ofManyAccountsTheOneThatKeepsLongestRefuses() {
    Retention schedule = schedule(rule("", "", "", 3), rule("band", "", "", 9));
    LocalDate fiveYearsAgo = TODAY.minusYears(5);

    assertThat(schedule.refusal(KIND, List.of(MAPLE), fiveYearsAgo, TODAY)).isEmpty();
    assertThat(schedule.refusal(KIND, List.of(MAPLE, BAND), fiveYearsAgo, TODAY))
        .map(Object::toString)
        .hasValueSatisfying(why -> assertThat(why).contains("kept for 9 years"));
  }

  @Test
  void theMostSpecificRuleApplies() {
    Retention schedule =
        schedule(
            rule("", "", "", 3),
            rule("", "maple-high", "", 4),
            rule("", "", "classroom", 5),
            rule("", "maple-high", "classroom", 6),
            rule("maple", "", "", 7));

    assertThat(years(schedule, MAPLE)).isEqualTo(7);
    assertThat(years(schedule, BAND)).isEqualTo(6);
    assertThat(years(schedule, BIRCH)).isEqualTo(3);
    assertThat(years(schedule, RecordPlace.of("art", "birch-elementary", "classroom")))
        .isEqualTo(5);
    assertThat(years(schedule, RecordPlace.of("gym", "maple-high", "school"))).isEqualTo(4);
  }

  @Test
  void aRuleOfAnotherKindOfRecordsDoesNotApply() {
    assertThat(SEVEN_YEARS.governing(RecordKind.DECIDED_CASES, MAPLE)).isEmpty();
  }

  @Test
  void anAccountThatKeepsForeverIsNeverDisposedOf() {
    Retention schedule = schedule(rule("", "", "", 3), rule("maple", "", "", 0));

    assertThat(schedule.refusal(KIND, List.of(MAPLE), TODAY.minusYears(50), TODAY))
        .map(Object::toString)
        .hasValueSatisfying(why -> assertThat(why).contains("kept forever"));
  }

  @Test
  void theLongestRuleThatMayApplyHoldsForAnAccountThatNobodyKnows() {
    assertThat(years(schedule(rule("", "", "", 3), rule("", "birch", "", 9)), LEFT)).isEqualTo(9);
    assertThat(years(schedule(rule("", "", "", 3), rule("", "birch", "", 1)), LEFT)).isEqualTo(3);
    assertThat(schedule(rule("", "birch", "", 3)).governing(KIND, LEFT))
        .as("none of the rules surely covers it")
        .isEmpty();
    assertThat(years(schedule(rule("left-the-file", "", "", 2), rule("", "birch", "", 9)), LEFT))
        .as("a rule that names the account")
        .isEqualTo(2);
  }

  @Test
  void twoRulesForTheSameRecordsAreATie() {
    assertThat(Retention.ties(List.of(rule("", "", "", 3), rule("", "", "", 4))))
        .containsExactly(new Retention.Tie(1, 0));
    assertThat(Retention.ties(List.of(rule("maple", "", "", 3), rule("maple", "", "", 3))))
        .hasSize(1);
    assertThat(Retention.ties(List.of(rule("", "a", "school", 3), rule("", "a", "school", 4))))
        .hasSize(1);
    assertThat(Retention.ties(List.of(rule("maple", "", "", 3), rule("band", "", "", 4))))
        .isEmpty();
    assertThatThrownBy(() -> schedule(rule("", "a", "", 3), rule("", "a", "", 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBuildingAndAKindOfAccountTieUnlessARuleIsForBoth() {
    RetentionRule building = rule("", "maple-high", "", 3);
    RetentionRule kind = rule("", "", "classroom", 4);

    assertThat(Retention.ties(List.of(building, kind))).containsExactly(new Retention.Tie(1, 0));
    assertThat(Retention.ties(List.of(building, kind, rule("", "maple-high", "classroom", 5))))
        .isEmpty();
    assertThat(Retention.ties(List.of(building, kind, rule("", "birch", "classroom", 5))))
        .hasSize(1);
  }

  @Test
  void aRuleIsFoundByItsCode() {
    RetentionRule both = rule("", "maple-high", "classroom", 5);

    assertThat(both.code())
        .isEqualTo("allowed-comments building=maple-high account-kind=classroom");
    assertThat(schedule(rule("", "", "", 3), both).rule(both.code())).contains(both);
    assertThat(SEVEN_YEARS.rules().get(0).code()).isEqualTo("allowed-comments");
  }

  @Test
  void aTimeIsSaidInYearsWhereItIsWholeYears() {
    assertThat(Retention.inWords(Period.ofYears(1))).hasToString("1 year");
    assertThat(Retention.inWords(Period.ofMonths(24))).hasToString("2 years");
    assertThat(Retention.inWords(Period.ofMonths(18))).hasToString("18 months");
    assertThat(Retention.inWords(Period.of(1, 1, 0))).hasToString("13 months");
  }
}

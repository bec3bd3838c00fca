package hallmonitor.moderation.console.precision;

import static hallmonitor.moderation.console.precision.ClauseEffect.HIDE;
import static hallmonitor.moderation.console.precision.ClauseEffect.LANE;
import static hallmonitor.moderation.console.precision.ClauseEffect.REVIEW;
import static hallmonitor.moderation.console.precision.ClauseEffect.TELL;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.precision.ThresholdAdvice.Evidence;
import hallmonitor.moderation.console.precision.ThresholdAdvice.Move;
import hallmonitor.moderation.statistics.Proportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests when a threshold should move, at the limits of the rule. */
class ThresholdAdviceTest {
  private static ThresholdAdvice advice(
      ClauseEffect effect, long confirmed, long decided, long people, long missed) {
    return ThresholdAdvice.of(
        new Evidence(effect, decided, new Proportion(confirmed, decided), people, missed));
  }

  private static Move move(ClauseEffect effect, long confirmed, long decided) {
    return advice(effect, confirmed, decided, 2, 0).move();
  }

  @Test
  void alarmsThatAreMostlyFalseCallForAHigherThreshold() {
    ThresholdAdvice advice = advice(TELL, 3, 21, 2, 9);

    assertThat(advice.move()).isEqualTo(Move.RAISE);
    assertThat(advice.sentence())
        .hasToString(
            "Catch less: only 3 of 21 alarms were confirmed in the last 4 weeks (5% to 35%).");
  }

  @Test
  void sureAlarmsOfAClauseThatMissesSomeCallForALowerOne() {
    ThresholdAdvice advice = advice(TELL, 40, 41, 2, 7);

    assertThat(advice.move()).isEqualTo(Move.LOWER);
    assertThat(advice.sentence())
        .hasToString(
            "It could catch more: 40 of 41 alarms were confirmed in the last 4 weeks (87% to 100%)."
                + " It missed 7 confirmed cases that only people found.");
  }

  @Test
  void whereNothingIsMissedThereIsNothingToGainByALowerOne() {
    assertThat(advice(TELL, 40, 41, 2, 2).move()).isEqualTo(Move.STAY);
    assertThat(advice(TELL, 40, 41, 2, 3).move()).isEqualTo(Move.LOWER);
    assertThat(advice(TELL, 40, 41, 2, 0).sentence().toString())
        .isEqualTo(
            "Fine as it is: 40 of 41 alarms were confirmed in the last 4 weeks (87% to 100%).");
  }

  @Test
  void nineteenDecisionsAreTooFewAndTwentyAreEnough() {
    ThresholdAdvice few = advice(TELL, 0, 19, 2, 0);

    assertThat(few.move()).isEqualTo(Move.TOO_FEW);
    assertThat(few.sentence().isEmpty()).as("nothing is said").isTrue();
    assertThat(move(TELL, 0, 20)).isEqualTo(Move.RAISE);
  }

  @Test
  void onePersonAloneMovesNoThreshold() {
    ThresholdAdvice alone = advice(TELL, 3, 21, 1, 0);

    assertThat(alone.move()).isEqualTo(Move.ONE_PERSON);
    assertThat(alone.sentence().toString())
        .startsWith("One person decided all of the last 4 weeks and confirmed 3 of 21 alarms");
    assertThat(advice(TELL, 40, 41, 1, 7).move()).isEqualTo(Move.ONE_PERSON);
    assertThat(advice(TELL, 15, 30, 1, 7).move())
        .as("where nothing moves it does not matter who decided")
        .isEqualTo(Move.STAY);
  }

  @Test
  void whereMostWaitsTheDecidedOnesSayNothing() {
    Proportion confirmed = new Proportion(3, 21);

    assertThat(ThresholdAdvice.of(new Evidence(TELL, 42, confirmed, 2, 0)).move())
        .isEqualTo(Move.RAISE);
    ThresholdAdvice waiting = ThresholdAdvice.of(new Evidence(TELL, 43, confirmed, 2, 0));
    assertThat(waiting.move()).isEqualTo(Move.TOO_FEW);
    assertThat(waiting.sentence().isEmpty()).isTrue();
  }

  /** The upper end of the interval is on one side of the bound, then on the other. */
  @ParameterizedTest
  @CsvSource({
    "HIDE, 84, 100, RAISE",
    "HIDE, 85, 100, STAY",
    "TELL, 30, 100, RAISE",
    "TELL, 31, 100, STAY",
    "LANE, 3, 200, RAISE",
    "LANE, 4, 200, STAY",
    "REVIEW, 4, 100, RAISE",
    "REVIEW, 5, 100, STAY"
  })
  void theWholeIntervalLiesBelowTheBound(
      ClauseEffect effect, long confirmed, long decided, Move expected) {
    Proportion proportion = new Proportion(confirmed, decided);

    assertThat(proportion.high() < effect.raiseBelow()).isEqualTo(expected == Move.RAISE);
    assertThat(move(effect, confirmed, decided)).isEqualTo(expected);
  }

  /** The lower end of the interval is on one side of the bound, then on the other. */
  @ParameterizedTest
  @CsvSource({
    "TELL, 87, 100, STAY",
    "TELL, 88, 100, LOWER",
    "LANE, 38, 100, STAY",
    "LANE, 39, 100, LOWER",
    "REVIEW, 59, 100, STAY",
    "REVIEW, 60, 100, LOWER"
  })
  void theWholeIntervalLiesAboveTheBound(
      ClauseEffect effect, long confirmed, long decided, Move expected) {
    Proportion proportion = new Proportion(confirmed, decided);

    assertThat(proportion.low() > effect.lowerAbove()).isEqualTo(expected == Move.LOWER);
    assertThat(advice(effect, confirmed, decided, 2, 3).move()).isEqualTo(expected);
  }

  @Test
  void aClauseThatHidesIsNeverToldToHideMore() {
    assertThat(advice(HIDE, 5_000, 5_000, 5, 500).move()).isEqualTo(Move.STAY);
  }

  @Test
  void aLaneMayBeMostlyEmptyTalkAndAReviewMostlyHarmless() {
    assertThat(move(LANE, 10, 100)).isEqualTo(Move.STAY);
    assertThat(move(REVIEW, 20, 100)).isEqualTo(Move.STAY);
    assertThat(move(TELL, 10, 100)).isEqualTo(Move.RAISE);
  }
}

package hallmonitor.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a policy reader is asked, and how far its answer goes. */
class DoubtTest {
  private static final String SCHOOL = "school";
  private static final DoubtfulBand BAND = new DoubtfulBand(0.05, 0.1);

  private static final Policy POLICY =
      new Policy(
          "Guidelines",
          List.of(
              clause("1.1", hide(), Category.PROFANITY, 0.92),
              clause("1.2", review(), Category.PROFANITY, 0.3),
              clause("2.1", told(true, Urgency.SOON), Category.BULLYING, 0.92),
              clause("2.2", told(false, Urgency.SOON), Category.BULLYING, 0.6),
              clause("2.3", review(), Category.BULLYING, 0.1),
              clause("2.4", hide(), Category.HATE, 0.92),
              clause("2.5", review(), Category.HATE, 0.06),
              clause("3.1", told(true, Urgency.IMMEDIATE), Category.THREAT, 0.92),
              clause("3.2", told(false, Urgency.IMMEDIATE), Category.THREAT, 0.28),
              clause("3.3", lane(), Category.THREAT, 0.07)));

  @ParameterizedTest
  @CsvSource({
    "0.22, ''",
    "0.229, ''",
    "0.23, 3.2",
    "0.27, 3.2",
    "0.28, 3.2",
    "0.38, 3.2",
    "0.381, ''",
    "0.6, ''",
    "0.9, ''",
    "0.95, 3.1",
    "0.99, 3.1"
  })
  void onlyAModelsScoreNearTheThresholdOfAnAlarmIsAskedAbout(double score, String clause) {
    assertThat(doubt(model(Category.THREAT, score)).map(d -> d.clause().id()).orElse(""))
        .isEqualTo(clause);
  }

  @Test
  void aHideByAModelThatHasProvenItselfIsAskedAboutNearItsThreshold() {
    assertThat(doubt(model(Category.HATE, 0.95))).get().extracting(Doubt::alarmed).isEqualTo(true);
    assertThat(POLICY.doubt(first(model(Category.HATE, 0.95)), SCHOOL, new DoubtfulBand(0, 0.02)))
        .isEmpty();
  }

  @Test
  void nothingIsAskedBeforeAPlainReview() {
    assertThat(doubt(model(Category.HATE, 0.06))).isEmpty();
    assertThat(doubt(model(Category.PROFANITY, 0.9))).as("near a hide").isEmpty();
    assertThat(doubt(model(Category.THREAT, 0.01))).isEmpty();
  }

  @Test
  void whatARuleProvesIsNeverAskedAbout() {
    assertThat(doubt(rule(Category.THREAT, 1))).isEmpty();
    assertThat(doubt(rule(Category.THREAT, 0.3))).as("no model saw it").isEmpty();
    assertThat(doubt(model(Category.THREAT, 0.3), rule(Category.THREAT, 0.8))).isEmpty();
    assertThat(doubt(model(Category.THREAT, 0.3), rule(Category.THREAT, 0.31))).isEmpty();
  }

  @Test
  void aRuleThatIsNoSurerThanTheModelProvesNothing() {
    assertThat(doubt(model(Category.THREAT, 0.3), rule(Category.THREAT, 0.3))).isPresent();
  }

  @Test
  void aClauseThatHoldsForASecondCategoryIsNotDoubtful() {
    Policy policy =
        new Policy(
            "Guidelines",
            List.of(
                new Clause(
                    "9",
                    "Danger",
                    "Danger.",
                    List.of(
                        new Condition(Category.THREAT, 0.28, Set.of()),
                        new Condition(Category.SELF_HARM, 0.25, Set.of())),
                    told(false, Urgency.IMMEDIATE))));
    Verdict first =
        policy.judge(List.of(model(Category.THREAT, 0.3), model(Category.SELF_HARM, 0.3)), SCHOOL);

    assertThat(policy.doubt(first, SCHOOL, BAND)).isEmpty();
  }

  @Test
  void aCommentThatAnotherClauseHidesOrOnWhichADetectorFailedIsNotAskedAbout() {
    Finding threat = model(Category.THREAT, 0.3);

    assertThat(doubt(threat, rule(Category.PROFANITY, 1))).isEmpty();
    assertThat(doubt(threat, new Finding(Category.DETECTOR_FAILURE, 1, "spam", List.of(), "It.")))
        .isEmpty();
  }

  @Test
  void anAlarmForOtherKindsOfAccountIsNotNear() {
    Policy policy =
        new Policy(
            "Guidelines",
            List.of(
                new Clause(
                    "1",
                    "Threats",
                    "Threats.",
                    List.of(new Condition(Category.THREAT, 0.28, Set.of("classroom"))),
                    told(false, Urgency.IMMEDIATE)),
                clause("2", lane(), Category.THREAT, 0.07)));
    Verdict first = policy.judge(List.of(model(Category.THREAT, 0.27)), SCHOOL);

    assertThat(policy.doubt(first, SCHOOL, BAND)).isEmpty();
    assertThat(policy.doubt(first, "classroom", BAND)).isPresent();
  }

  @Test
  void aDoubtfulAlarmThatIsDeniedWaitsInTheDangerLane() {
    Verdict settled = judged(model(Category.THREAT, 0.3), reading(Category.THREAT, false, 0.9));

    assertThat(settled.outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(settled.dangerLane()).isTrue();
    assertThat(settled.decisive().orElseThrow().clause().id()).isEqualTo("3.2");
    assertThat(settled.decisive().orElseThrow().findings())
        .extracting(Finding::detector)
        .containsExactly(ModelDetector.NAME, PolicyReading.NAME);
    assertThat(settled.findings()).hasSize(2);
  }

  @Test
  void aHideAndAlarmThatIsDeniedStillAlarms() {
    Verdict settled = judged(model(Category.THREAT, 0.96), reading(Category.THREAT, false, 1));

    assertThat(settled.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(settled.hides()).isFalse();
    assertThat(settled.decisive().orElseThrow().clause().id()).isEqualTo("3.1");
    assertThat(settled.decisive().orElseThrow().clause().then().roles()).contains("principal");
  }

  @Test
  void aHideThatIsDeniedIsReviewed() {
    Verdict settled = judged(model(Category.HATE, 0.95), reading(Category.HATE, false, 1));

    assertThat(settled.outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(settled.hides()).isFalse();
    assertThat(settled.dangerLane()).isFalse();
  }

  @Test
  void aFaintDangerThatIsConfirmedIsTold() {
    Verdict settled = judged(model(Category.THREAT, 0.25), reading(Category.THREAT, true, 0.9));

    assertThat(settled.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(settled.hides()).isFalse();
    assertThat(settled.decisive().orElseThrow().clause().id()).isEqualTo("3.2");
    assertThat(settled.decisive().orElseThrow().clause().then().strike()).isFalse();
  }

  @Test
  void aNearAttackThatIsConfirmedGoesToTheDangerLaneAndNotFarther() {
    Verdict settled = judged(model(Category.BULLYING, 0.58), reading(Category.BULLYING, true, 1));

    assertThat(settled.outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(settled.dangerLane()).isTrue();
  }

  @Test
  void anAnswerThatIsUnsureOrAgreesOrSpeaksOfAnotherCategoryIsKeptAndChangesNothing() {
    Finding threat = model(Category.THREAT, 0.3);
    for (Finding reading :
        List.of(
            reading(Category.THREAT, false, 0.69),
            reading(Category.THREAT, false, 0.2),
            reading(Category.THREAT, true, 1),
            reading(Category.HATE, false, 1))) {
      Verdict settled = judged(threat, reading);
      assertThat(settled.hits()).isEqualTo(first(threat).hits());
      assertThat(settled.outcome()).isEqualTo(PolicyOutcome.ESCALATE);
      assertThat(settled.findings()).containsExactly(threat, reading);
    }
  }

  @Test
  void noClauseHoldsBecauseOfAnAnswerAlone() {
    assertThat(judged(reading(Category.THREAT, true, 1)).outcome()).isEqualTo(PolicyOutcome.ALLOW);
    assertThat(judged(rule(Category.SPAM, 1), reading(Category.THREAT, true, 1)).outcome())
        .isEqualTo(PolicyOutcome.ALLOW);
  }

  /** Whatever it answers, whatever was found: the sweep that the promise rests on. */
  @Test
  void noAnswerMovesAVerdictByMoreThanOneStepAddsAHideOrEndsBelowAReview() {
    for (List<Finding> found : everyMixture()) {
      Verdict first = POLICY.judge(found, SCHOOL);
      for (Category category : List.of(Category.THREAT, Category.BULLYING, Category.HATE)) {
        for (double sure : new double[] {0, 0.7, 1}) {
          for (boolean applies : new boolean[] {false, true}) {
            List<Finding> all = new ArrayList<>(found);
            all.add(reading(category, applies, sure));
            Verdict settled = POLICY.judge(all, SCHOOL);
            assertThat(Math.abs(step(settled) - step(first))).as("%s", all).isLessThanOrEqualTo(1);
            assertThat(settled.hides() && !first.hides()).as("%s", all).isFalse();
            assertThat(settled.outcome() == PolicyOutcome.ALLOW)
                .as("%s", all)
                .isEqualTo(first.outcome() == PolicyOutcome.ALLOW);
          }
        }
      }
    }
  }

  private static List<List<Finding>> everyMixture() {
    double[] scores = {0, 0.06, 0.1, 0.25, 0.27, 0.3, 0.5, 0.58, 0.62, 0.88, 0.9, 0.95, 1};
    List<List<Finding>> mixtures = new ArrayList<>();
    for (double threat : scores) {
      for (double bullying : scores) {
        for (double hate : scores) {
          List<Finding> found = new ArrayList<>();
          found.add(model(Category.THREAT, threat));
          found.add(model(Category.BULLYING, bullying));
          found.add(model(Category.HATE, hate));
          mixtures.add(List.copyOf(found));
          found.add(rule(Category.PROFANITY, 1));
          mixtures.add(found);
        }
      }
    }
    return mixtures;
  }

  /**
   * Review, lane, alarm, alarm that hides. A hide without an alarm is one step from a review and
   * from an alarm.
   */
  private static int step(Verdict verdict) {
    return switch (verdict.outcome()) {
      case ALLOW -> 0;
      case REVIEW -> verdict.dangerLane() ? 2 : 1;
      case HIDE -> 2;
      case ESCALATE -> verdict.hides() ? 4 : 3;
    };
  }

  @Test
  void theBandHasLimits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(-0.01, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(0, 0.26));
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(Double.NaN, 0));
  }

  private static Optional<Doubt> doubt(Finding... findings) {
    return POLICY.doubt(first(findings), SCHOOL, BAND);
  }

  private static Verdict first(Finding... findings) {
    return judged(findings);
  }

  private static Verdict judged(Finding... findings) {
    return POLICY.judge(Arrays.asList(findings), SCHOOL);
  }

  private static Finding model(Category category, double score) {
    return new Finding(category, score, ModelDetector.NAME, List.of(), "It reads like that.");
  }

  private static Finding rule(Category category, double score) {
    return new Finding(category, score, "patterns", List.of(), "It says so.");
  }

  private static Finding reading(Category category, boolean applies, double confidence) {
    return PolicyReading.of(category, applies, confidence, "The policy reader says so.");
  }

  private static Clause clause(String id, Consequence then, Category category, double atLeast) {
    return new Clause(
        id,
        "Clause " + id,
        "Clause " + id + ".",
        List.of(new Condition(category, atLeast, Set.of())),
        then);
  }

  private static Consequence review() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, true);
  }

  private static Consequence lane() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.IMMEDIATE, false);
  }

  private static Consequence hide() {
    return new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.SOON, true);
  }

  private static Consequence told(boolean hide, Urgency urgency) {
    return new Consequence(PolicyOutcome.ESCALATE, hide, List.of("principal"), urgency, hide);
  }
}

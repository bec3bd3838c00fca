package hallmonitor.moderation.policy;

import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.BAND;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.POLICY;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.SCHOOL;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.clause;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.judged;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.lane;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.model;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.rule;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a policy reader is asked. */
class DoubtfulFindingTest {
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
    assertThat(doubt(model(Category.HATE, 0.95)))
        .get()
        .extracting(DoubtfulFinding::alarmed)
        .isEqualTo(true);
    assertThat(POLICY.doubt(judged(model(Category.HATE, 0.95)), SCHOOL, new DoubtfulBand(0, 0.02)))
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
  void ofTwoAlarmsTheNearerIsAskedAbout() {
    assertThat(doubt(model(Category.THREAT, 0.24), model(Category.BULLYING, 0.59)))
        .map(d -> d.clause().id())
        .contains("2.2");
    assertThat(doubt(model(Category.THREAT, 0.27), model(Category.BULLYING, 0.56)))
        .map(d -> d.clause().id())
        .contains("3.2");
  }

  @Test
  void theSurestAnswerOfTheModelIsWhatIsAskedAbout() {
    Finding faint = model(Category.THREAT, 0.24);
    Finding sure = model(Category.THREAT, 0.26);

    assertThat(doubt(faint, sure)).map(DoubtfulFinding::finding).contains(sure);
    assertThat(doubt(sure, faint)).map(DoubtfulFinding::finding).contains(sure);
  }

  @Test
  void aFirmRuleProvesWhatAModelSaysMoreSurely() {
    Policy policy =
        new Policy(
            "Guidelines", List.of(clause("1", told(false, Urgency.SOON), Category.THREAT, 0.55)));

    assertThat(doubt(policy, model(Category.THREAT, 0.62), rule(Category.THREAT, 0.59)))
        .isPresent();
    assertThat(doubt(policy, model(Category.THREAT, 0.62), rule(Category.THREAT, 0.6))).isEmpty();
  }

  @Test
  void theThresholdsOfOtherKindsOfAccountTellNothing() {
    Clause clause =
        new Clause(
            "1",
            "Threats",
            "Threats.",
            List.of(
                new Condition(Category.THREAT, 0.28, Set.of()),
                new Condition(Category.THREAT, 0.1, Set.of("classroom"))),
            told(false, Urgency.IMMEDIATE));

    assertThat(doubt(new Policy("Guidelines", List.of(clause)), model(Category.THREAT, 0.3)))
        .isPresent();
  }

  @Test
  void theBandHasLimits() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(-0.01, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(0, 0.26));
    assertThatIllegalArgumentException().isThrownBy(() -> new DoubtfulBand(Double.NaN, 0));
    assertThat(List.of(new DoubtfulBand(0, 0), new DoubtfulBand(0.25, 0.25)))
        .allMatch(band -> band.holdsAbove(0.5, 0.5))
        .noneMatch(band -> band.holdsBelow(0.5, 0.5));
  }

  private static Optional<DoubtfulFinding> doubt(Finding... findings) {
    return doubt(POLICY, findings);
  }

  private static Optional<DoubtfulFinding> doubt(Policy policy, Finding... findings) {
    return policy.doubt(policy.judge(List.of(findings), SCHOOL), SCHOOL, BAND);
  }
}

package hallmonitor.moderation.policy;

import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.POLICY;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.SCHOOL;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.judged;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.model;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.reading;
import static hallmonitor.moderation.policy.DoubtfulFindingFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.PolicyReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the answer of a policy reader goes. */
class SettledOpinionTest {
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
      assertThat(settled.hits()).isEqualTo(judged(threat).hits());
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

  /** Every answer with every finding: the sweep behind the promise. */
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
}

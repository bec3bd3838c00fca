package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorroborationTest {
  private static final double DELTA = 1e-9;

  private static double score(Category category, double rule, double model) {
    return Corroboration.weigh(
            List.of(found(category, rule, "pattern"), found(category, model, ModelDetector.NAME)))
        .stream()
        .filter(f -> !f.detector().equals(ModelDetector.NAME))
        .mapToDouble(Finding::score)
        .max()
        .orElseThrow();
  }

  private static Finding found(Category category, double score, String detector) {
    return new Finding(category, score, detector, List.of(), "why");
  }

  @Test
  void aSignIsNoFindingUnlessTheModelHidesBesideIt() {
    Finding sign = found(Category.THREAT, 0.16, "pattern");
    Finding denial = found(Category.THREAT, 0.004, ModelDetector.NAME);
    Finding faint = found(Category.THREAT, 0.1, ModelDetector.NAME);
    Finding sure = found(Category.THREAT, 0.95, ModelDetector.NAME);

    assertThat(Corroboration.weigh(List.of(sign, denial))).isEmpty();
    assertThat(Corroboration.weigh(List.of(sign))).isEmpty();
    assertThat(Corroboration.weigh(List.of(sign, faint))).containsExactly(faint);
    assertThat(Corroboration.weigh(List.of(sign, sure))).contains(sure).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "THREAT, 0.80, 0.60, 0.95", // both agree: as sure as a rule that may hide
    "THREAT, 0.97, 0.60, 0.988",
    "BULLYING, 0.80, 0.50, 0.90", // too close to criticism to be hidden
    "BULLYING, 0.80, 0.90, 0.90",
    "BULLYING, 0.93, 0.90, 0.93",
    "THREAT, 0.95, 0.08, 0.95", // the model supports a firm rule: the rule stands
    "THREAT, 0.95, 0.03, 0.90", // the model finds little: reported, not hidden
    "THREAT, 0.95, 0.002, 0.03", // the model finds nothing: a person reviews
    "THREAT, 0.98, 0.002, 0.98", // a rule that leaves no doubt always stands
    "THREAT, 0.98, 0.03, 0.98",
    "THREAT, 0.50, 0.30, 0.30", // the model weighs a rule that is not firm
    "THREAT, 0.20, 0.02, 0.02",
    "THREAT, 0.01, 0.02, 0.01", // a lower score is not raised
    "CONFIDENTIAL, 0.95, 0.002, 0.95", // a firm shape stands
    "CONFIDENTIAL, 0.60, 0.002, 0.60", // and so does the name of a student with a family that
    // refused publication
    "CONFIDENTIAL, 0.50, 0.02, 0.02",
    "PROFANITY, 0.50, 0.02, 0.50",
    "PROFANITY, 0.95, 0.02, 0.95" // the policy names the word, no matter what surrounds it
  })
  void whatARuleIsWorthBesideTheModel(
      Category category, double rule, double model, double expected) {
    assertThat(score(category, rule, model)).isCloseTo(expected, Offset.offset(DELTA));
  }

  @Test
  void theModelAloneDoesNotHideANumberThatSeemsToBeGivenOut() {
    List<Finding> weighed =
        Corroboration.weigh(
            List.of(
                found(Category.CONFIDENTIAL, 0.2, "shape"),
                found(Category.CONFIDENTIAL, 0.97, ModelDetector.NAME)));

    assertThat(Finding.strongest(weighed, Category.CONFIDENTIAL)).isEqualTo(ModelDetector.SUREST);
  }

  @Test
  void theModelAloneMayHideAFactThatNoRuleKnows() {
    List<Finding> weighed =
        Corroboration.weigh(List.of(found(Category.CONFIDENTIAL, 0.97, ModelDetector.NAME)));

    assertThat(Finding.strongest(weighed, Category.CONFIDENTIAL)).isEqualTo(0.97);
  }

  /** A person reviews a firm rule that the model denies, and no one is alerted. */
  @Test
  void whatIsDeniedIsReviewedUnderTheShippedPolicy() throws IOException {
    Policy policy = PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    for (Category category : Corroboration.BY_CONTEXT) {
      List<Finding> findings =
          Corroboration.weigh(
              List.of(
                  found(category, 0.93, "pattern"), found(category, 0.002, ModelDetector.NAME)));
      Verdict verdict = policy.judge(findings, "school");
      assertThat(verdict.outcome()).as(category.label()).isEqualTo(PolicyOutcome.REVIEW);
      assertThat(verdict.dangerLane()).as(category.label()).isFalse();
    }
  }
}

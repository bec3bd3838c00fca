package hallmonitor.moderation.policy.budget;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdLintTest {
  private static final ThresholdLint LINT =
      new ThresholdLint(
          ThresholdBudgets.read(
              """
              threat,en,0.02,24,2000,160,200
              threat,en,0.06,8,2000,140,200
              threat,en,0.25,1,2000,70,200
              threat,en,0.92,0,2000,4,200
              threat,es,0.02,34,2000,160,200
              threat,es,0.06,10,2000,132,200
              threat,es,0.25,2,2000,62,200
              threat,es,0.92,0,2000,4,200
              bullying,en,0.02,4,2000,100,200
              bullying,en,0.80,0,2000,6,200
              spam,en,0.02,4,2000,1,30
              """));

  private static final String TOLD = "escalate: { to: [principal], urgency: immediate }";
  private static final String REVIEW = "review: true, lane: danger";

  @Test
  void aThresholdThatWakesPeopleTooOftenIsWarnedOf() {
    assertThat(warnings(clause("3.2", "threat", 0.02, TOLD)))
        .containsExactly(
            "Clause 3.2 reports about 17 of 1,000 ordinary comments to somebody, by threat at"
                + " least 0.02. Nobody reads so many.");
    assertThat(warnings(clause("3.3", "threat", 0.02, REVIEW))).as("a person only looks").isEmpty();
  }

  @Test
  void aThresholdThatFindsAlmostNothingIsWarnedOf() {
    assertThat(warnings(clause("2.2", "bullying", 0.8, TOLD)))
        .containsExactly(
            "Clause 2.2 finds almost nothing: bullying at least 0.8 reaches about 3 % of true"
                + " cases.");
    assertThat(warnings(clause("2.1", "bullying", 0.92, "hide: true")))
        .as("for rules, which may well be rare")
        .isEmpty();
  }

  @Test
  void aDangerThatNobodySeesIsWarnedOf() {
    assertThat(
            warnings(clause("3.2", "threat", 0.45, TOLD) + clause("3.3", "threat", 0.25, REVIEW)))
        .containsExactly(
            "Below clause 3.3, threat at least 0.25, nobody looks: about 33 % of true cases are"
                + " seen. A clause at 0.06 would show about 68 %, and the danger lane has room for"
                + " it.");
    assertThat(
            warnings(clause("3.2", "threat", 0.45, TOLD) + clause("3.3", "threat", 0.06, REVIEW)))
        .isEmpty();
  }

  @Test
  void fewOrNoCasesGiveNoWarning() {
    assertThat(warnings(clause("6.2", "spam", 0.5, "review: true"))).isEmpty();
    assertThat(warnings(clause("5.2", "false-signature", 0.5, "review: true"))).isEmpty();
  }

  @Test
  void theShippedPolicyFitsTheShippedModels() throws IOException {
    String policy = Files.readString(Path.of("../../deploy/config/policy.yaml"));

    assertThat(new ThresholdLint(ThresholdBudgets.shipped()).of(PolicyFile.read(policy)))
        .as("choose thresholds that fit the new models: see threshold.md")
        .isEmpty();
  }

  @Test
  void aPolicyFromBeforeTheScaleIsRecognized() throws IOException {
    String before =
        with(
            with(
                with(
                    Files.readString(Path.of("../../deploy/config/policy.yaml")),
                    "bullying",
                    Map.of("2.2", "0.9")),
                "threat",
                Map.of("3.2", "0.45", "3.3", "0.25", "3.12", "0.25")),
            "self-harm",
            Map.of("3.8", "0.3", "3.12", "0.26"));

    assertThat(new ThresholdLint(ThresholdBudgets.shipped()).of(PolicyFile.read(before)))
        .extracting(ThresholdWarning::clause)
        .contains("2.2", "3.3", "3.7");
  }

  /** Returns a policy with other thresholds of a category, by clause. */
  private static String with(String policy, String category, Map<String, String> thresholds) {
    String changed = policy;
    for (Map.Entry<String, String> threshold : thresholds.entrySet()) {
      String before = changed;
      changed =
          changed.replaceFirst(
              "(?s)(id: \"%s\".*?category: %s, at-least: )[0-9.]+"
                  .formatted(threshold.getKey(), category),
              "$1" + threshold.getValue());
      assertThat(changed).as(threshold.getKey()).isNotEqualTo(before);
    }
    return changed;
  }

  private static List<String> warnings(String clauses) {
    String policy = "title: Test\nclauses:\n" + clauses + "otherwise: allow\n";
    return LINT.of(PolicyFile.read(policy)).stream().map(w -> w.says().toString()).toList();
  }

  private static String clause(String id, String category, double atLeast, String then) {
    return """
      - id: "%s"
        title: A clause
        wording: Comments of this kind.
        when: [{ category: %s, at-least: %s }]
        then: { %s }
    """
        .formatted(id, category, atLeast, then);
  }
}

package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.cases.CaseStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A stage with a policy that hides an attack ("idiot", clause 2.1), and sends a weak sign of one
 * ("lame", clause 7.1) to review only if its author has strikes.
 */
final class StrikesStage {
  final Stage stage = new Stage();
  private final CommentPipeline pipeline;
  private final CaseStore decisions = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});

  /**
   * Sets the stage.
   *
   * @param hides lowest score that is hidden, 0 to 1
   * @param reviews lowest score that is sent to review, 0 to 1
   * @param strikes how many its author must have for that
   * @param lame score of the weak sign, 0 to 1
   */
  StrikesStage(double hides, double reviews, int strikes, double lame) {
    Policy policy =
        new Policy(
            "Attacks",
            List.of(
                clause(
                    "2.1",
                    new Condition(Category.BULLYING, hides, Set.of()),
                    new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.DIGEST, true)),
                clause(
                    "7.1",
                    new Condition(Category.BULLYING, reviews, Set.of(), strikes),
                    new Consequence(
                        PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false))));
    Detectors detectors =
        new Detectors(
            List.of(
                new WordsDetector("idiot", Category.BULLYING, 1),
                new WordsDetector("lame", Category.BULLYING, lame)));
    pipeline =
        stage.pipeline(
            new RuleSnapshot(stage.rules().district(), policy, "policy-1", detectors, "model-1"),
            ContextSettings.DEFAULT);
  }

  private static Clause clause(String id, Condition when, Consequence then) {
    return new Clause(id, "Clause", "Wording.", List.of(when), then);
  }

  void receive(SeenComment... comments) throws Exception {
    pipeline.handle(Arrays.stream(comments).map(SeenComment::record).toList());
  }

  /** Receives an attack, and has a person decide its case. */
  void attackDecided(SeenComment comment, Decision.Kind kind) throws Exception {
    receive(comment.saying("you idiot"));
    Map<String, Object> found =
        stage
            .database
            .rows(
                "select case_id, version from review_case where comment_id = '"
                    + comment.id()
                    + "'")
            .get(0);
    decisions.decide(
        new Decision(
            (UUID) found.get("case_id"), (Integer) found.get("version"), kind, "novak", ""));
  }

  String outcome(String id) {
    return stage.database.one(
        "select outcome from revision where comment_id = '" + id + "'", String.class);
  }
}

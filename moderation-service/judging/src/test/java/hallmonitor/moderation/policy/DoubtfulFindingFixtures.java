package hallmonitor.moderation.policy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A policy with an alarm near every threshold, and what detectors and the policy reader say. */
final class DoubtfulFindingFixtures {
  static final String SCHOOL = "school";
  static final DoubtfulBand BAND = new DoubtfulBand(0.05, 0.1);

  static final Policy POLICY =
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

  private DoubtfulFindingFixtures() {}

  static Verdict judged(Finding... findings) {
    return POLICY.judge(Arrays.asList(findings), SCHOOL);
  }

  static Finding model(Category category, double score) {
    return new Finding(category, score, ModelDetector.NAME, List.of(), "It reads like that.");
  }

  static Finding rule(Category category, double score) {
    return new Finding(category, score, "patterns", List.of(), "It says so.");
  }

  static Finding reading(Category category, boolean applies, double confidence) {
    return PolicyReading.of(category, applies, confidence, "The policy reader says so.");
  }

  static Clause clause(String id, Consequence then, Category category, double atLeast) {
    return new Clause(
        id,
        "Clause " + id,
        "Clause " + id + ".",
        List.of(new Condition(category, atLeast, Set.of())),
        then);
  }

  static Consequence review() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, true);
  }

  static Consequence hide() {
    return new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.SOON, true);
  }

  static Consequence told(boolean hide, Urgency urgency) {
    return new Consequence(PolicyOutcome.ESCALATE, hide, List.of("principal"), urgency, hide);
  }

  static Consequence lane() {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.IMMEDIATE, false);
  }
}

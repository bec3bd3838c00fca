package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a rule and the statistical model say about one category. If both agree, the result
 * is surer than either alone. If the model, which reads the whole comment, finds little, a rule
 * that saw only a few words may not hide the comment: a person decides, and is told just as soon.
 * If the model finds nothing, a person reviews the comment but nobody is alerted.
 */
final class Corroboration {
  static final String NAME = "rule and model";
  private static final double WORTH_COUNTING = 0.5;

  /**
   * A rule and a model that agree may hide a comment only if the rule alone scores at least this.
   */
  private static final double FIRM_RULE = 0.8;

  /** A model score below this does not support the rule. */
  static final double DISSENT = 0.1;

  /**
   * A model score below this denies the rule. In the held-out rows of the corpus, 86 rules were
   * denied, 79 of them correctly.
   */
  static final double DENIAL = 0.05;

  /** The score of a rule that the model denies: just enough for review. */
  private static final double DENIED = 0.25;

  /**
   * Categories whose words depend on context. Profanity does not: the policy names the word,
   * whatever surrounds it.
   */
  private static final Set<Category> BY_CONTEXT =
      EnumSet.of(
          Category.THREAT,
          Category.THREAT_REPORT,
          Category.BULLYING,
          Category.HATE,
          Category.SEXUAL,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE);

  private Corroboration() {}

  /** Returns the findings, adjusted by this comparison. */
  static List<Finding> weigh(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of(); // true for most comments
    }
    Map<Category, Finding> byModel = strongest(findings, true);
    List<Finding> weighed = new ArrayList<>(findings.size() + 1);
    for (Finding finding : findings) {
      weighed.add(doubted(finding, byModel.get(finding.category())));
    }
    strongest(findings, false)
        .forEach((category, rule) -> agreed(rule, byModel.get(category), weighed));
    return weighed;
  }

  private static Map<Category, Finding> strongest(List<Finding> findings, boolean model) {
    Map<Category, Finding> strongest = new EnumMap<>(Category.class);
    for (Finding finding : findings) {
      if (isOfModel(finding) == model && finding.category() != Category.DETECTOR_FAILURE) {
        strongest.merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
      }
    }
    return strongest;
  }

  private static boolean isOfModel(Finding finding) {
    return finding.detector().equals(ModelDetector.NAME);
  }

  private static Finding doubted(Finding finding, @Nullable Finding model) {
    if (model == null || isOfModel(finding) || !BY_CONTEXT.contains(finding.category())) {
      return finding;
    }
    double most = most(finding.category(), model);
    return finding.score() <= most
        ? finding
        : new Finding(
            finding.category(),
            most,
            finding.detector(),
            finding.spans(),
            finding.why() + " " + model.why() + " So a person decides.");
  }

  /**
   * Returns the highest score that a rule's finding keeps beside the model's. A slur always goes to
   * review.
   */
  private static double most(Category category, Finding model) {
    if (model.score() < DENIAL && category != Category.HATE) {
      return DENIED;
    }
    return model.score() < DISSENT ? ModelDetector.SUREST : 1;
  }

  private static void agreed(Finding rule, @Nullable Finding model, List<Finding> weighed) {
    if (model != null && rule.score() >= FIRM_RULE && model.score() >= WORTH_COUNTING) {
      double score = 1 - (1 - rule.score()) * (1 - model.score());
      weighed.add(new Finding(rule.category(), score, NAME, rule.spans(), rule.why()));
    }
  }
}

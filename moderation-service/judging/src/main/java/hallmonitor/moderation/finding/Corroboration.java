package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a written rule and the statistical model say of the same thing, weighed together. Where both
 * point at it, that is surer than either of them. Where the model, which has read the whole
 * comment, finds little of the kind, a rule that saw a few words of it is not sure enough to hide
 * the comment: a person decides, and is told as soon as before. Where it finds nothing of the kind,
 * the rule is worth a look, and nobody is woken for it.
 */
final class Corroboration {
  static final String NAME = "rule and model";
  private static final double WORTH_COUNTING = 0.5;

  /** What the two agree on may hide by itself: for that the rule must be nearly sure alone. */
  private static final double FIRM_RULE = 0.8;

  /** A model that says less does not agree. */
  static final double DISSENT = 0.1;

  /**
   * A model that says less denies the rule. Among the corpus's rows kept aside for such choices 86
   * rules were denied, 79 of them rightly.
   */
  static final double DENIAL = 0.05;

  /** What a rule is worth that the model denies: the least that a person looks at. */
  private static final double DENIED = 0.25;

  /**
   * Where the sense of words hangs on the words around them. Profanity does not: the policy names
   * the word, whatever is said with it.
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

  /** The findings with what follows from comparing them. */
  static List<Finding> weigh(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of(); // as of most comments
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

  private static Finding doubted(Finding finding, Finding model) {
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

  /** The most that a rule's finding is worth beside the model's. A slur is always looked at. */
  private static double most(Category category, Finding model) {
    if (model.score() < DENIAL && category != Category.HATE) {
      return DENIED;
    }
    return model.score() < DISSENT ? ModelDetector.SUREST : 1;
  }

  private static void agreed(Finding rule, Finding model, List<Finding> weighed) {
    if (model != null && rule.score() >= FIRM_RULE && model.score() >= WORTH_COUNTING) {
      double score = 1 - (1 - rule.score()) * (1 - model.score());
      weighed.add(new Finding(rule.category(), score, NAME, rule.spans(), rule.why()));
    }
  }
}

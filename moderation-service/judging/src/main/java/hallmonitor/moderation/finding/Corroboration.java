package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a rule and the statistical model say about one category. The model weighs the
 * rule's words beside the rest of the comment, so its probability replaces the score of a rule that
 * is not firm. A firm rule stands. Where its words depend on context and the model denies it, a
 * person reviews the comment and no one is alerted, unless the rule leaves no doubt. If both agree,
 * the result is surer than either alone. Profanity always stands, because the policy names the word
 * no matter what surrounds it.
 */
final class Corroboration {
  static final String NAME = "rule and model";

  /** A rule that scores at least this is firm. */
  private static final double FIRM_RULE = 0.8;

  /**
   * The score of a sign, a form that means little alone (patterns/signs.txt). It lets the model
   * hide beside it, and is a finding only where the model does.
   */
  private static final double SIGN = 0.16;

  /** A rule that scores at least this stands, no matter what the model says. */
  static final double BEYOND_DOUBT = 0.98;

  /** A model score from here on agrees with a firm rule. */
  static final double AGREEMENT = 0.2;

  /** A model score below this does not support a firm rule: it reports, but does not hide. */
  static final double DISSENT = 0.05;

  /** A model score below this denies a firm rule. */
  static final double DENIAL = 0.01;

  /**
   * The score of a firm rule that the model denies, by category: enough for a person's review under
   * the default policy, and no more. These are not the thresholds of the current policy: findings
   * are stored, and several policies, such as the current one and a draft, can judge the same
   * finding.
   */
  private static final Map<Category, Double> DENIED =
      Map.of(
          Category.THREAT, 0.03,
          Category.THREAT_REPORT, 0.02,
          Category.BULLYING, 0.1,
          Category.HATE, 0.15,
          Category.SEXUAL, 0.16,
          Category.SELF_HARM, 0.03,
          Category.ABUSE_DISCLOSURE, 0.035);

  /**
   * A private fact that scores at least this is firm: it was found by a list or a shape and not by
   * interpretation.
   */
  private static final double FIRM_FACT = 0.6;

  /**
   * Below this, a rule found only information that an office, a business or its owner publishes, or
   * that is about the writer's own child or about no one in particular.
   */
  private static final double LEAST_PRIVATE_FACT = 0.3;

  /** What both are worth together: as sure as a rule that may hide. */
  private static final double AGREED = 0.95;

  /** Categories with words that depend on context, so that a model can deny even a firm rule. */
  static final Set<Category> BY_CONTEXT = DENIED.keySet();

  private Corroboration() {}

  /** Returns the findings, adjusted by this comparison. */
  static List<Finding> weigh(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of(); // true for most comments
    }
    Map<Category, Finding> byModel = strongest(findings, true);
    Map<Category, Finding> byRule = strongest(findings, false);
    List<Finding> weighed = new ArrayList<>(findings.size() + 1);
    for (Finding finding : findings) {
      if (isIdle(finding, byRule.get(finding.category()), byModel.get(finding.category()))) {
        continue;
      }
      weighed.add(
          isOfModel(finding)
              ? doubtedModel(finding, byRule.get(finding.category()))
              : doubted(finding, byModel.get(finding.category())));
    }
    byRule.forEach((category, rule) -> agreed(rule, byModel.get(category), weighed));
    return weighed;
  }

  /**
   * Returns the findings that stand whatever the model says, such as a word that the policy names
   * or a rule beyond doubt. It can add to them, and take none back.
   */
  static List<Finding> standing(List<Finding> findings) {
    return findings.stream().filter(Corroboration::stands).toList();
  }

  private static boolean stands(Finding finding) {
    if (isOfModel(finding) || finding.detector().equals(NAME)) {
      return false;
    }
    return switch (finding.category()) {
      case PROFANITY -> finding.score() != SIGN;
      case DETECTOR_FAILURE, FALSE_SIGNATURE, UNSIGNED -> true;
      default ->
          isFirm(finding)
              && (!BY_CONTEXT.contains(finding.category()) || finding.score() >= BEYOND_DOUBT);
    };
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

  /** Returns whether this is a sign that justifies no hide, or the model's denial of one. */
  private static boolean isIdle(Finding finding, @Nullable Finding rule, @Nullable Finding model) {
    if (model != null && model.score() >= ModelDetector.PROVEN) {
      return false;
    }
    return isOfModel(finding)
        ? rule != null && rule.score() == SIGN && finding.score() < ModelDetector.WORTH_SAYING
        : finding.score() == SIGN;
  }

  private static boolean isOfModel(Finding finding) {
    return finding.detector().equals(ModelDetector.NAME);
  }

  /** The model alone never hides such a fact. */
  private static Finding doubtedModel(Finding model, @Nullable Finding rule) {
    boolean isGivenOut =
        model.category() == Category.CONFIDENTIAL
            && rule != null
            && rule.score() < LEAST_PRIVATE_FACT;
    return isGivenOut && model.score() > ModelDetector.SUREST
        ? new Finding(
            model.category(), ModelDetector.SUREST, model.detector(), model.spans(), model.why())
        : model;
  }

  private static Finding doubted(Finding finding, @Nullable Finding model) {
    if (model == null || finding.category() == Category.PROFANITY) {
      return finding;
    }
    double most = most(finding, model);
    return finding.score() <= most
        ? finding
        : new Finding(
            finding.category(),
            most,
            finding.detector(),
            finding.spans(),
            ModelReading.doubting(finding.why(), model.why()));
  }

  /** Returns the highest score that a rule's finding keeps beside the model's. */
  private static double most(Finding rule, Finding model) {
    if (!isFirm(rule)) {
      return model.score();
    }
    if (!BY_CONTEXT.contains(rule.category())
        || rule.score() >= BEYOND_DOUBT
        || model.score() >= DISSENT) {
      return 1;
    }
    return model.score() < DENIAL
        ? Math.max(DENIED.getOrDefault(rule.category(), 1.0), model.score())
        : ModelDetector.SUREST;
  }

  private static boolean isFirm(Finding rule) {
    return rule.score() >= (rule.category() == Category.CONFIDENTIAL ? FIRM_FACT : FIRM_RULE);
  }

  /** A personal attack is too close to criticism to be hidden because words and tone agree. */
  private static void agreed(Finding rule, @Nullable Finding model, List<Finding> weighed) {
    if (model == null || rule.score() < FIRM_RULE || model.score() < AGREEMENT) {
      return;
    }
    double both = 1 - (1 - rule.score()) * (1 - model.score());
    double score =
        rule.category() == Category.BULLYING
            ? Math.max(rule.score(), Math.min(ModelDetector.SUREST, both))
            : BY_CONTEXT.contains(rule.category()) ? Math.max(AGREED, both) : both;
    weighed.add(new Finding(rule.category(), score, NAME, rule.spans(), rule.why()));
  }
}

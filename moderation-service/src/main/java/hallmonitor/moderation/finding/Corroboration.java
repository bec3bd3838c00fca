package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a written rule and the statistical model point at the same thing, that is surer than either
 * of them.
 */
final class Corroboration {
  static final String NAME = "rule and model";
  private static final double WORTH_COUNTING = 0.5;

  /** What the two agree on may hide by itself: for that the rule must be nearly sure alone. */
  private static final double FIRM_RULE = 0.8;

  private Corroboration() {}

  /**
   * One more finding for each category of which a rule is nearly sure and the model says at least
   * that it is as likely as not.
   */
  static List<Finding> of(List<Finding> findings) {
    if (findings.isEmpty()) {
      return List.of(); // as of most comments
    }
    Map<Category, Finding> byRule = new EnumMap<>(Category.class);
    Map<Category, Finding> byModel = new EnumMap<>(Category.class);
    for (Finding finding : findings) {
      boolean model = finding.detector().equals(ModelDetector.NAME);
      if (finding.score() >= (model ? WORTH_COUNTING : FIRM_RULE)
          && finding.category() != Category.DETECTOR_FAILURE) {
        (model ? byModel : byRule)
            .merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
      }
    }
    List<Finding> more = new ArrayList<>(0);
    byRule.forEach(
        (category, rule) -> {
          Finding model = byModel.get(category);
          if (model != null) {
            double score = 1 - (1 - rule.score()) * (1 - model.score());
            more.add(new Finding(category, score, NAME, rule.spans(), rule.why()));
          }
        });
    return more;
  }
}

package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.budget.MeasuredThreshold;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each threshold costs and reaches, as text for {@link ThresholdBudgets}. A comment reaches a
 * threshold if the policy would say so, by the findings of rules and models together.
 */
final class BudgetTable {
  /** Lowest score of the model's findings. */
  private static final int LOWEST = 2;

  private static final int HIGHEST = 99;
  private static final double HUNDREDTHS = 100;

  private BudgetTable() {}

  /**
   * Returns the lines of the file, without those that repeat the previous one.
   *
   * @param models hash of the models that judged
   * @param judged the project's own rows, including ordinary days and true cases
   */
  static List<String> lines(String models, List<ScoredRow> judged) {
    List<String> lines = new ArrayList<>();
    lines.add("# What thresholds cost and reach; written by deploy/budgets, which measures on the");
    lines.add(
        "# rows of split dev. Of 'ordinary' harmless comments, 'alarms' reach the threshold;");
    lines.add("# of 'cases' of the category, 'reached' do. A line holds up to the next threshold.");
    lines.add(ThresholdBudgets.MODELS + models);
    lines.add(ThresholdBudgets.COLUMNS);
    for (Category category : Category.judged()) {
      for (String language : ThresholdBudgets.LANGUAGES) {
        lines(category, language, judged, lines);
      }
    }
    return lines;
  }

  private static void lines(
      Category category, String language, List<ScoredRow> judged, List<String> into) {
    double[] ordinary = scores(category, OrdinaryDay.rows(judged, language));
    double[] cases =
        scores(
            category,
            judged.stream()
                .filter(j -> j.row().isOwn() && j.row().language().equals(language))
                .filter(j -> j.row().is(category))
                .toList());
    MeasuredThreshold before = null;
    for (int hundredth = LOWEST; hundredth <= HIGHEST; hundredth++) {
      double atLeast = hundredth / HUNDREDTHS;
      MeasuredThreshold measured =
          new MeasuredThreshold(
              reaching(ordinary, atLeast), ordinary.length, reaching(cases, atLeast), cases.length);
      if (!measured.equals(before)) {
        into.add(
            String.format(
                Locale.ROOT,
                "%s,%s,%.2f,%d,%d,%d,%d",
                category.label(),
                language,
                atLeast,
                measured.alarms(),
                measured.ordinary(),
                measured.reached(),
                measured.cases()));
      }
      before = measured;
    }
  }

  private static double[] scores(Category category, List<ScoredRow> rows) {
    return rows.stream()
        .mapToDouble(j -> Finding.strongest(j.judgment().verdict().findings(), category))
        .toArray();
  }

  private static long reaching(double[] scores, double atLeast) {
    long reaching = 0;
    for (double score : scores) {
      reaching += score >= atLeast ? 1 : 0;
    }
    return reaching;
  }
}

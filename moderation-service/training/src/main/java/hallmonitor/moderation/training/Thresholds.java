package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.Locale;

/**
 * Prints what each clause threshold would find and wrongly flag: the shares of the project's own
 * rows in the category, how many of 1,000 ordinary comments, and the shares of other harmless rows
 * and of harsh criticism that reach the score.
 */
final class Thresholds {
  private static final double[] LEVELS = {
    0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.45, 0.6, 0.8, 0.92, 0.97, 0.99
  };

  private Thresholds() {}

  static void print(List<ScoredRow> judged) {
    List<ScoredRow> own = judged.stream().filter(j -> j.row().isOwn()).toList();
    List<ScoredRow> hard =
        own.stream().filter(j -> j.row().labels().isEmpty() && !j.row().isOrdinary()).toList();
    List<ScoredRow> criticism = own.stream().filter(j -> Criticism.is(j.row())).toList();
    System.out.printf(
        "%n%-17s %5s  %-15s %-15s %9s %9s %9s %9s%n",
        "category", "from", "found, en", "found, es", "1,000 en", "1,000 es", "hard", "criticism");
    for (Category category : Category.judged()) {
      for (double level : LEVELS) {
        System.out.printf(
            Locale.ROOT,
            "%-17s %5.3f  %-15s %-15s %9.1f %9.1f %7.2f %% %7.2f %%%n",
            category.label(),
            level,
            found(own, category, "en", level),
            found(own, category, "es", level),
            1_000 * share(OrdinaryDay.rows(own, "en"), category, level),
            1_000 * share(OrdinaryDay.rows(own, "es"), category, level),
            100 * share(hard, category, level),
            100 * share(criticism, category, level));
      }
    }
  }

  private static String found(
      List<ScoredRow> own, Category category, String language, double level) {
    List<ScoredRow> of =
        own.stream()
            .filter(j -> j.row().is(category) && j.row().language().equals(language))
            .toList();
    return of.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.2f of %d", share(of, category, level), of.size());
  }

  private static double share(List<ScoredRow> of, Category category, double level) {
    return of.stream().filter(j -> j.score(category) >= level).count()
        / (double) Math.max(1, of.size());
  }
}

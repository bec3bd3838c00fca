package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.Locale;

/** Lists the wrongly judged comments with their findings. */
final class Misses {
  private static final String HARMLESS = "harmless";
  private static final String ALL = "all";

  private Misses() {}

  /**
   * Prints the list.
   *
   * @param of a category's name, {@code harmless}, or {@code all}
   */
  static void print(String of, List<ScoredRow> judged) {
    for (ScoredRow j : judged) {
      if (j.row().isOwn() && isWrong(of, j)) {
        System.out.printf(
            "%s %s -> %s: %s%n",
            j.row().id(),
            j.row().labels(),
            j.judgment().verdict().outcome(),
            j.row().comment().text());
        j.judgment()
            .verdict()
            .findings()
            .forEach(
                f ->
                    System.out.printf(
                        Locale.ROOT,
                        "    %s %.2f %s %s%n",
                        f.category(),
                        f.score(),
                        f.detector(),
                        f.spans().stream().map(s -> s.of(j.row().comment().text())).toList()));
      }
    }
  }

  private static boolean isWrong(String of, ScoredRow j) {
    boolean disturbed = j.row().labels().isEmpty() && !j.isLeftAlone();
    boolean missed = j.row().labels().stream().anyMatch(c -> isAsked(of, c) && !j.sees(c));
    return (disturbed && (of.equals(HARMLESS) || of.equals(ALL))) || missed;
  }

  private static boolean isAsked(String of, Category category) {
    return of.equals(ALL) || of.equals(category.label());
  }
}

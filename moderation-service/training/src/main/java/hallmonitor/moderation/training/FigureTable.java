package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The figures of a split, as text. For the project's own rows: the policy's results by category and
 * language. For public sets: how well scores rank, by source, since their labels are not the
 * policy's categories.
 */
final class FigureTable {
  /** A toxic comment shows at least one of these categories. */
  private static final List<Category> TOXIC =
      List.of(
          Category.PROFANITY, Category.THREAT, Category.BULLYING, Category.HATE, Category.SEXUAL);

  private static final double[] EDGES = {0, 0.005, 0.02, 0.1, 0.3, 0.6, 0.9, 1.01};

  private final List<ScoredRow> own;
  private final List<ScoredRow> foreign;

  private FigureTable(List<ScoredRow> judged) {
    own = judged.stream().filter(j -> j.row().isOwn()).toList();
    foreign = judged.stream().filter(j -> !j.row().isOwn()).toList();
  }

  static void print(Split split, List<ScoredRow> judged) {
    FigureTable table = new FigureTable(judged);
    System.out.printf(
        "%nThe project's own rows: %d of split %s; shares with their 95 %% interval%n",
        table.own.size(), split);
    if (!table.own.isEmpty()) {
      OrdinaryDay.print(table.own);
      Outcomes.print(table.own);
      table.categories();
      table.calibration();
    }
    table.publicSets();
  }

  private void categories() {
    System.out.printf(
        "%n%-17s %-3s %5s  %-17s %-17s %-17s %5s%n",
        "category", "", "rows", "seen, precision", "seen, recall", "hidden or told", "AUC");
    for (Category category : Category.judged()) {
      for (String language : languages()) {
        List<ScoredRow> of = own.stream().filter(j -> j.row().language().equals(language)).toList();
        List<ScoredRow> positive = of.stream().filter(j -> j.row().is(category)).toList();
        long seen = count(of, j -> j.sees(category));
        long both = count(positive, j -> j.sees(category));
        System.out.printf(
            Locale.ROOT,
            "%-17s %-3s %5d  %-17s %-17s %-17s %5.3f%n",
            category.label(),
            language,
            positive.size(),
            Measures.share(both, seen),
            Measures.share(both, positive.size()),
            Measures.share(count(positive, j -> !j.isLeftAlone()), positive.size()),
            area(of, category));
      }
    }
  }

  private static double area(List<ScoredRow> of, Category category) {
    List<ScoredRow> known = of.stream().filter(j -> j.row().knows(category)).toList();
    return Measures.areaUnderCurve(scores(known, category), applies(known, category));
  }

  private static double[] scores(List<ScoredRow> judged, Category category) {
    return judged.stream().mapToDouble(j -> j.score(category)).toArray();
  }

  private static boolean[] applies(List<ScoredRow> judged, Category category) {
    boolean[] applies = new boolean[judged.size()];
    for (int i = 0; i < applies.length; i++) {
      applies[i] = judged.get(i).row().is(category);
    }
    return applies;
  }

  /** Compares scores with outcomes when a category is as rare as on a live page. */
  private void calibration() {
    System.out.printf(
        Locale.ROOT,
        "%ncalibration, where a category is in %.1f of 1,000 comments: score, and share that it is%n",
        1_000 * Weights.BASE_RATE);
    for (Category category : Train.LEARNED) {
      double[] weights = Weights.of(own, ScoredRow::row, category, Weights.Mixture.LIVE);
      StringBuilder line = new StringBuilder();
      for (int bin = 0; bin + 1 < EDGES.length; bin++) {
        double all = 0;
        double said = 0;
        double is = 0;
        for (int i = 0; i < weights.length; i++) {
          double score = own.get(i).score(category);
          if (score >= EDGES[bin] && score < EDGES[bin + 1]) {
            boolean applies = own.get(i).row().is(category);
            double weight = Weights.onLivePage(weights[i], applies);
            all += weight;
            said += weight * score;
            is += applies ? weight : 0;
          }
        }
        line.append(
            all == 0
                ? "            -"
                : String.format(Locale.ROOT, "  %.3f %.3f", said / all, is / all));
      }
      System.out.printf("  %-17s%s%n", category.label(), line);
    }
  }

  private void publicSets() {
    if (foreign.isEmpty()) {
      return;
    }
    Outcomes.benignLines(foreign).forEach(System.out::println);
    System.out.printf(
        "%nPublic sets (rows kept aside): area under the curve; recall at 5 %% false alarms%n");
    for (Category category : Train.LEARNED) {
      ranked(category.label(), "all", foreign, category);
      for (String source : new TreeSet<>(foreign.stream().map(j -> j.row().source()).toList())) {
        ranked(
            category.label(),
            source,
            foreign.stream().filter(j -> j.row().source().equals(source)).toList(),
            category);
      }
    }
    toxic();
  }

  private static void ranked(
      String label, String source, Collection<ScoredRow> among, Category category) {
    List<ScoredRow> known = among.stream().filter(j -> j.row().knows(category)).toList();
    line(label, source, scores(known, category), applies(known, category));
  }

  /** Compares the highest score of the toxic categories with the label "toxic". */
  private void toxic() {
    for (String source : new TreeSet<>(foreign.stream().map(j -> j.row().source()).toList())) {
      List<ScoredRow> known =
          foreign.stream()
              .filter(j -> j.row().source().equals(source) && j.row().toxic().isPresent())
              .toList();
      boolean[] applies = new boolean[known.size()];
      for (int i = 0; i < applies.length; i++) {
        applies[i] = known.get(i).row().toxic().get();
      }
      double[] highest =
          known.stream()
              .mapToDouble(j -> TOXIC.stream().mapToDouble(j::score).max().orElseThrow())
              .toArray();
      line("toxic (highest)", source, highest, applies);
    }
  }

  private static void line(String label, String source, double[] scores, boolean[] applies) {
    int yes = 0;
    for (boolean a : applies) {
      yes += a ? 1 : 0;
    }
    if (yes >= 10 && applies.length - yes >= 10) {
      System.out.printf(
          Locale.ROOT,
          "  %-17s %-15s %5d of %5d  %.3f  %.2f%n",
          label,
          source,
          yes,
          applies.length,
          Measures.areaUnderCurve(scores, applies),
          Measures.recallAtFalseAlarms(scores, applies, 0.05));
    }
  }

  private SortedSet<String> languages() {
    return new TreeSet<>(own.stream().map(j -> j.row().language()).toList());
  }

  private static long count(List<ScoredRow> of, Predicate<ScoredRow> what) {
    return of.stream().filter(what).count();
  }
}

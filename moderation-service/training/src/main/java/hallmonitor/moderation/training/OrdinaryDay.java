package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.statistics.Proportion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the policy does on an ordinary day, per 1,000 comments: the false alarms that people would
 * have to bear. The rows are those with a group that begins with {@code ordinary-}; all are
 * harmless.
 */
final class OrdinaryDay {
  /** The most of 1,000 ordinary comments that may meet an outcome, in English and in Spanish. */
  enum Budget {
    ESCALATED("reported to somebody", 2, 3, ScoredRow::isEscalated),
    DANGER_LANE("in the danger lane", 8, 12, j -> j.judgment().verdict().dangerLane()),
    BEFORE_A_PERSON("put before a person, all lanes", 20, 30, ScoredRow::isBeforeAPerson),
    HIDDEN("hidden", 0.5, 0.5, ScoredRow::isHidden);

    private final String words;
    private final double english;
    private final double spanish;
    private final Predicate<ScoredRow> met;

    Budget(String words, double english, double spanish, Predicate<ScoredRow> met) {
      this.words = words;
      this.english = english;
      this.spanish = spanish;
      this.met = met;
    }

    double most(String language) {
      return language.equals("es") ? spanish : english;
    }

    /** Returns how many of 1,000 rows meet it. */
    double of(List<ScoredRow> rows) {
      return 1_000.0 * rows.stream().filter(met).count() / rows.size();
    }

    String words() {
      return words;
    }
  }

  private static final double[] FALSE_ALARMS = {0.001, 0.002, 0.005};

  private final List<ScoredRow> own;

  private OrdinaryDay(List<ScoredRow> own) {
    this.own = own;
  }

  /** Prints the tables; nothing if there is no ordinary row. */
  static void print(List<ScoredRow> own) {
    OrdinaryDay day = new OrdinaryDay(own);
    for (String language : new TreeSet<>(own.stream().map(j -> j.row().language()).toList())) {
      List<ScoredRow> ordinary = rows(own, language);
      if (!ordinary.isEmpty()) {
        day.budgets(language, ordinary);
        day.clauses(language, ordinary);
        day.tail(language, ordinary);
      }
    }
  }

  /** Returns the ordinary rows of a language. */
  static List<ScoredRow> rows(List<ScoredRow> own, String language) {
    return own.stream()
        .filter(j -> j.row().isOrdinary() && j.row().language().equals(language))
        .toList();
  }

  private void budgets(String language, List<ScoredRow> ordinary) {
    System.out.printf(
        "%nOf 1,000 comments of an ordinary day (%s, %d rows), with the 95 %% interval%n",
        language, ordinary.size());
    for (Budget budget : Budget.values()) {
      long met = ordinary.stream().filter(budget.met).count();
      Proportion share = new Proportion(met, ordinary.size());
      System.out.printf(
          Locale.ROOT,
          "  %-32s %6.1f  (%.1f to %.1f; budget %.1f)%n",
          budget.words,
          budget.of(ordinary),
          1_000 * share.low(),
          1_000 * share.high(),
          budget.most(language));
    }
  }

  /** What each clause costs and finds. */
  private void clauses(String language, List<ScoredRow> ordinary) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    own.forEach(
        j ->
            j.judgment()
                .verdict()
                .hits()
                .forEach(hit -> clauses.putIfAbsent(hit.clause().id(), hit.clause())));
    System.out.printf(
        "  %-8s %-38s %-22s %s%n", "clause", "", "of 1,000 ordinary", "of true cases");
    clauses.values().stream()
        .sorted((a, b) -> Arrays.compare(number(a.id()), number(b.id())))
        .forEach(clause -> line(language, ordinary, clause));
  }

  private void line(String language, List<ScoredRow> ordinary, Clause clause) {
    List<ScoredRow> cases =
        own.stream()
            .filter(j -> j.row().language().equals(language))
            .filter(j -> clause.when().stream().anyMatch(c -> j.row().is(c.category())))
            .toList();
    Predicate<ScoredRow> holds =
        j ->
            j.judgment().verdict().hits().stream()
                .anyMatch(hit -> hit.clause().id().equals(clause.id()));
    System.out.printf(
        Locale.ROOT,
        "  %-8s %-38s %-22.1f %s%n",
        clause.id(),
        clause.title(),
        1_000.0 * ordinary.stream().filter(holds).count() / ordinary.size(),
        Measures.share(cases.stream().filter(holds).count(), cases.size()));
  }

  private static int[] number(String id) {
    return Arrays.stream(id.split("\\D+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** The tail of each category, which an area under a curve hides. */
  private void tail(String language, List<ScoredRow> ordinary) {
    System.out.printf("  share found where so many of 1,000 ordinary comments score as high%n");
    System.out.printf("  %-17s %5s  %5s %5s %5s%n", "category", "rows", "1", "2", "5");
    for (Category category : Train.LEARNED) {
      List<ScoredRow> among =
          own.stream()
              .filter(j -> j.row().language().equals(language))
              .filter(j -> j.row().isOrdinary() || j.row().is(category))
              .toList();
      double[] scores = among.stream().mapToDouble(j -> j.score(category)).toArray();
      boolean[] applies = new boolean[scores.length];
      for (int i = 0; i < applies.length; i++) {
        applies[i] = among.get(i).row().is(category);
      }
      System.out.printf("  %-17s %5d ", category.label(), among.size() - ordinary.size());
      for (double share : FALSE_ALARMS) {
        System.out.printf(
            Locale.ROOT, " %5.2f", Measures.recallAtFalseAlarms(scores, applies, share));
      }
      System.out.println();
    }
  }
}

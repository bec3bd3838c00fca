package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.statistics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the policy does with the rows of each category, and with harmless ones. Every figure is a
 * count and its share, with the 95 % interval, since a category has few rows. One comment can count
 * in several columns: a comment that alerts someone immediately may also be hidden.
 */
final class Outcomes {
  private enum Column {
    TOLD("told at once", ScoredRow::isEscalated),
    TOLD_OR_LANE("told or in danger lane", ScoredRow::isToldOrInDangerLane),
    BEFORE_A_PERSON("before a person at all", ScoredRow::isBeforeAPerson),
    HIDDEN("hidden", ScoredRow::isHidden);

    private final String words;
    private final Predicate<ScoredRow> met;

    Column(String words, Predicate<ScoredRow> met) {
      this.words = words;
      this.met = met;
    }
  }

  private static final String ALL = "all";
  private static final String LINE = "%-17s %-3s %5s";
  private static final String CELL = "  %-24s";

  private final List<ScoredRow> judged;
  private final List<String> lines = new ArrayList<>();

  private Outcomes(List<ScoredRow> judged) {
    this.judged = judged;
  }

  /** Prints the tables. */
  static void print(List<ScoredRow> own) {
    lines(own).forEach(System.out::println);
  }

  /** Returns the tables. Categories without a row are left out. */
  static List<String> lines(List<ScoredRow> own) {
    Outcomes table = new Outcomes(own);
    table.head("What is done with true cases: count, share, 95 % interval", "category");
    for (Category category : Category.judged()) {
      table.byLanguage(category.label(), row -> row.is(category));
    }
    table.head("What is done with harmless comments", "harmless");
    table.byLanguage(ALL, row -> row.labels().isEmpty());
    table.byLanguage("ordinary day", row -> row.labels().isEmpty() && row.isOrdinary());
    table.byLanguage("harsh criticism", Criticism::is);
    table.hides();
    return table.lines;
  }

  /** Returns what happens, by public set, to rows that no label of the set calls harmful. */
  static List<String> benignLines(List<ScoredRow> foreign) {
    Outcomes table = new Outcomes(foreign);
    table.head("What is done with public comments that no label calls harmful", "set");
    for (String source : new TreeSet<>(foreign.stream().map(j -> j.row().source()).toList())) {
      table.byLanguage(
          source,
          row ->
              row.source().equals(source) && row.labels().isEmpty() && !row.toxic().orElse(false));
    }
    return table.lines;
  }

  private void head(String title, String first) {
    lines.add("");
    lines.add(title);
    StringBuilder line = new StringBuilder(String.format(LINE, first, "", "rows"));
    for (Column column : Column.values()) {
      line.append(String.format(CELL, column.words));
    }
    lines.add(line.toString().stripTrailing());
  }

  private void byLanguage(String name, Predicate<Corpus.Row> of) {
    List<ScoredRow> rows = judged.stream().filter(j -> of.test(j.row())).toList();
    TreeSet<String> languages = new TreeSet<>(rows.stream().map(j -> j.row().language()).toList());
    for (String language : languages) {
      line(name, language, in(language, rows));
    }
    if (languages.size() > 1) {
      line(name, ALL, rows);
    }
  }

  private void line(String name, String language, List<ScoredRow> rows) {
    StringBuilder line = new StringBuilder(String.format(LINE, name, language, rows.size()));
    for (Column column : Column.values()) {
      line.append(String.format(CELL, figure(count(rows, column.met), rows.size())));
    }
    lines.add(line.toString().stripTrailing());
  }

  /** A hide is wrong if the comment is labeled harmless. */
  private void hides() {
    lines.add("");
    lines.add("Wrong hides: comments labeled harmless, of all that are hidden");
    List<ScoredRow> hidden = judged.stream().filter(ScoredRow::isHidden).toList();
    TreeSet<String> languages =
        new TreeSet<>(judged.stream().map(j -> j.row().language()).toList());
    for (String language : languages) {
      wrong(language, in(language, hidden));
    }
    if (languages.size() > 1) {
      wrong(ALL, hidden);
    }
  }

  private void wrong(String language, List<ScoredRow> hidden) {
    long wrong = count(hidden, j -> j.row().labels().isEmpty());
    lines.add(
        String.format("  %-3s %d of %d hides  ", language, wrong, hidden.size())
            + share(wrong, hidden.size()));
  }

  private static List<ScoredRow> in(String language, List<ScoredRow> rows) {
    return rows.stream().filter(j -> j.row().language().equals(language)).toList();
  }

  private static long count(List<ScoredRow> rows, Predicate<ScoredRow> met) {
    return rows.stream().filter(met).count();
  }

  private static String figure(long part, long whole) {
    return String.format("%4d ", part) + share(part, whole);
  }

  /** Three digits, since outcomes of harmless comments are rare. */
  private static String share(long part, long whole) {
    if (whole == 0) {
      return "-";
    }
    Proportion of = new Proportion(part, whole);
    return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", of.rate(), of.low(), of.high());
  }
}

package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.reports.ReportTable.number;
import static hallmonitor.moderation.console.reports.ReportTable.words;

import hallmonitor.moderation.console.reports.ReportFigures.CaseFigures;
import hallmonitor.moderation.console.reports.ReportFigures.Escalated;
import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arranges what the public may know in tables that name nobody, no school, and no small number. */
final class TransparencyTables {
  /** A clause that caught fewer is not shown by itself: people may know who is meant. */
  static final int FEWEST = 5;

  /** What one clause, or several together, did. */
  private record Line(long caught, long hidden, long restored, long reported, long falseAlarms) {
    static final Line NONE = new Line(0, 0, 0, 0, 0);

    Line and(Line more) {
      return new Line(
          caught + more.caught,
          hidden + more.hidden,
          restored + more.restored,
          reported + more.reported,
          falseAlarms + more.falseAlarms);
    }
  }

  private final PublicFigures figures;
  private final ReportTables tables;
  private final Function<String, CharSequence> clause;

  /**
   * Creates tables.
   *
   * @param clause returns a clause's number and title by id
   */
  TransparencyTables(
      PublicFigures figures, PublicPeriod period, Function<String, CharSequence> clause) {
    this.figures = figures;
    this.clause = clause;
    this.tables =
        new ReportTables(
            figures.report().comparing(id -> line(id).caught() >= FEWEST),
            period.span(),
            false,
            Locale.US,
            id -> Sentence.NONE,
            clause);
  }

  List<ReportTable> all() {
    return List.of(totals(), byClause(), tables.times(), tables.neutrality());
  }

  private ReportTable totals() {
    ReportTotals totals = figures.report().totals();
    PublicFigures.Appeals appeals = figures.appeals();
    return new ReportTable(
        "totals",
        Sentence.of("In figures"),
        Sentence.of(
            "An edited comment is checked again, and counts again. Hidden comments are kept as"
                + " public records. Reported: a person at the district was told at once, for example"
                + " of a threat."),
        Sentence.NONE,
        List.of(words(Sentence.of("What")), number(Sentence.of("Number"))),
        List.of(
            count(Sentence.of("Comments checked"), totals.judged()),
            count(Sentence.of("Allowed"), totals.allowed()),
            count(Sentence.of("Hidden automatically"), totals.hidden()),
            count(Sentence.of("Shown again by a person or after an appeal"), totals.overturned()),
            count(Sentence.of("Reported to the district's staff"), totals.alarms()),
            count(Sentence.of("False alarms among the reports"), totals.falseAlarms()),
            count(Sentence.of("Appeals received"), appeals.received()),
            count(Sentence.of("Appeals decided"), appeals.decided()),
            count(Sentence.of("Appeals granted"), appeals.granted()),
            List.of(
                Cell.text(Sentence.of("Median time to decide an appeal")), days(appeals.median())),
            count(Sentence.of("Authors blocked"), figures.blocks())));
  }

  private static List<Cell> count(Sentence what, long number) {
    return List.of(Cell.text(what), Cell.count(number));
  }

  private static Cell days(@Nullable Double days) {
    return days == null
        ? new Cell("–", "", true)
        : new Cell(
            Sentence.of("{1} days", String.format(Locale.ROOT, "%.1f", days)),
            String.format(Locale.ROOT, "%.1f", days),
            true);
  }

  private ReportTable byClause() {
    List<List<Cell>> rows = new ArrayList<>();
    Line others = Line.NONE;
    for (String id : clauses()) {
      Line line = line(id);
      if (line.caught() < FEWEST) {
        others = others.and(line);
      } else {
        rows.add(row(id.isEmpty() ? Sentence.of("A check failed") : clause.apply(id), line));
      }
    }
    if (!others.equals(Line.NONE)) {
      rows.add(row(Sentence.of("Other clauses, each with fewer than {1}", FEWEST), others));
    }
    return new ReportTable(
        "clauses",
        Sentence.of("By clause of the policy"),
        Sentence.of(
            "A comment may break more than one clause. Caught: the clause held, whatever followed."),
        Sentence.of("No clause caught anything in this period."),
        List.of(
            words(Sentence.of("Clause")),
            number(Sentence.of("Caught")),
            number(Sentence.of("Hidden automatically")),
            number(Sentence.of("Shown again")),
            number(Sentence.of("Share shown again")),
            number(Sentence.of("Reported")),
            number(Sentence.of("False alarms"))),
        rows);
  }

  private Set<String> clauses() {
    Set<String> ids = new TreeSet<>();
    figures.report().stances().stream()
        .map(ReportNeutrality.StanceCount::clause)
        .filter(id -> !id.isEmpty())
        .forEach(ids::add);
    figures.report().cases().forEach(c -> ids.add(c.clause()));
    figures.report().escalations().forEach(e -> ids.add(e.clause()));
    return ids;
  }

  private Line line(String id) {
    CaseFigures cases =
        figures.report().cases().stream()
            .filter(c -> c.clause().equals(id))
            .reduce(CaseFigures.none(), CaseFigures::and);
    List<Escalated> escalated =
        figures.report().escalations().stream().filter(e -> e.clause().equals(id)).toList();
    long held =
        figures.report().stances().stream()
            .filter(s -> !id.isEmpty() && s.clause().equals(id))
            .mapToLong(ReportNeutrality.StanceCount::judged)
            .sum();
    return new Line(
        Math.max(held, cases.cases()),
        cases.automatic(),
        cases.overturned(),
        escalated.stream().mapToLong(Escalated::raised).sum(),
        escalated.stream().mapToLong(Escalated::falseAlarms).sum());
  }

  private static List<Cell> row(CharSequence name, Line line) {
    return List.of(
        Cell.text(name),
        Cell.count(line.caught()),
        Cell.count(line.hidden()),
        Cell.count(line.restored()),
        Cell.share(new Proportion(line.restored(), line.hidden()).rate()),
        Cell.count(line.reported()),
        Cell.count(line.falseAlarms()));
  }
}

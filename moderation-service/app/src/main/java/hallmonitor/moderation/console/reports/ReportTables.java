package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.reports.ReportTable.number;
import static hallmonitor.moderation.console.reports.ReportTable.words;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.reports.ReportFigures.Decided;
import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Arranges the figures of a report in tables. */
final class ReportTables {
  private final ReportFigures figures;
  private final ReportPeriod span;
  private final boolean names;
  private final Locale locale;
  private final Function<String, CharSequence> building;
  private final Function<String, CharSequence> clause;

  /**
   * Creates tables.
   *
   * @param names whether decisions are listed by person
   * @param locale for days
   * @param building returns a building's name by id
   * @param clause returns a clause's title by id
   */
  ReportTables(
      ReportFigures figures,
      ReportPeriod span,
      boolean names,
      Locale locale,
      Function<String, CharSequence> building,
      Function<String, CharSequence> clause) {
    this.figures = figures;
    this.span = span;
    this.names = names;
    this.locale = locale;
    this.building = building;
    this.clause = clause;
  }

  List<ReportTable> all() {
    CaseTables cases = new CaseTables(figures, building, clause);
    return List.of(
        volumes(), decisions(), times(), cases.byClause(), cases.byBuilding(), neutrality());
  }

  private ReportTable volumes() {
    List<List<Cell>> rows = new ArrayList<>();
    DayVolume sum = DayVolume.none(span.from());
    for (DayVolume volume : ReportBuckets.of(span, figures.volumes())) {
      sum = sum.and(volume);
      if (volume.judged() > 0) {
        rows.add(volume(day(volume.day()), volume));
      }
    }
    if (!rows.isEmpty()) {
      rows.add(0, volume(Cell.text(Sentence.of("All")), sum));
    }
    Sentence first =
        switch (ReportBuckets.width(span)) {
          case DAY -> Sentence.of("Day");
          case WEEK -> Sentence.of("Week from");
          case MONTH -> Sentence.of("Month from");
        };
    return new ReportTable(
        "volumes",
        Sentence.of("Volumes"),
        Sentence.of(
            "An edit is checked again, so more may be checked than are new. Each counts once, under"
                + " the policy's strongest answer, whatever a person decided later: what was hidden"
                + " and escalated counts as escalated. The number above counts every automatic hide"
                + " that was carried out, with those of escalations."),
        Sentence.of("No comment was checked in this period."),
        List.of(
            words(first),
            number(Sentence.of("New")),
            number(Sentence.of("Checked")),
            number(Sentence.of("Allowed")),
            number(Sentence.of("Sent to review")),
            number(Sentence.of("Hidden only")),
            number(Sentence.of("Escalated"))),
        rows);
  }

  private Cell day(LocalDate day) {
    return new Cell(ShortDay.withYear(day, locale), day.toString(), false);
  }

  private static List<Cell> volume(Cell name, DayVolume volume) {
    return List.of(
        name,
        Cell.count(volume.seen()),
        Cell.count(volume.judged()),
        Cell.count(volume.allowed()),
        Cell.count(volume.reviewed()),
        Cell.count(volume.hidden()),
        Cell.count(volume.escalated()));
  }

  private ReportTable decisions() {
    return new ReportTable(
        "decisions",
        Sentence.of("Decisions by people"),
        names ? Sentence.NONE : Sentence.of("Only an administrator sees who decided."),
        Sentence.of("Nobody decided anything in this period."),
        names
            ? List.of(
                words(Sentence.of("Decision")),
                words(Sentence.of("Person")),
                number(Sentence.of("Times")))
            : List.of(words(Sentence.of("Decision")), number(Sentence.of("Times"))),
        names ? decisionsByPerson() : decisionsByKind());
  }

  private List<List<Cell>> decisionsByPerson() {
    return figures.decisions().stream()
        .map(
            d ->
                List.of(
                    Cell.text(kind(d.kind())),
                    Cell.text(DisplayLabels.person(d.person())),
                    Cell.count(d.times())))
        .toList();
  }

  private List<List<Cell>> decisionsByKind() {
    Map<CharSequence, Long> kinds = new LinkedHashMap<>();
    for (Decided d : figures.decisions()) {
      kinds.merge(kind(d.kind()), d.times(), Long::sum);
    }
    List<List<Cell>> rows = new ArrayList<>();
    kinds.forEach((kind, times) -> rows.add(List.of(Cell.text(kind), Cell.count(times))));
    return rows;
  }

  private static CharSequence kind(String event) {
    return switch (event) {
      case "confirmed" -> Sentence.of("Hide confirmed");
      case "dismissed" -> Sentence.of("No violation");
      case "hide-ordered" -> Sentence.of("Hidden by a person");
      case "restore-ordered" -> Sentence.of("Restored");
      case "hide-cancelled" -> Sentence.of("Kept visible before it was hidden");
      default -> event;
    };
  }

  ReportTable times() {
    return new ReportTable(
        "times",
        Sentence.of("How long it took"),
        Sentence.of(
            "To hide: from reading the comment until the platform confirms that it is hidden, for"
                + " automatic hides. To answer: from the escalation until somebody acknowledges or"
                + " closes it. Old comments that were read as history are never hidden"
                + " automatically."),
        Sentence.NONE,
        List.of(
            words(Sentence.of("What")),
            number(Sentence.of("Cases")),
            number(Sentence.of("Done")),
            number(Sentence.of("Median")),
            number(Sentence.of("95% within"))),
        List.of(
            time(Sentence.of("To hide"), figures.timeToHide()),
            time(Sentence.of("To answer an escalation"), figures.timeToAcknowledge())));
  }

  private static List<Cell> time(Sentence what, ReportFigures.Times times) {
    return List.of(
        Cell.text(what),
        Cell.count(times.all()),
        Cell.count(times.times()),
        Cell.seconds(times.median()),
        Cell.seconds(times.p95()));
  }

  ReportTable neutrality() {
    return new ReportTable(
        "neutrality",
        Sentence.of("Neutrality"),
        Sentence.of(
            "How often each clause catches comments that criticize the district, its schools and"
                + " its people, and comments that praise them. The range holds the true rate with"
                + " 95% certainty (Wilson). A difference is a reason to read what the clause"
                + " caught: critics may simply swear more. It is not proof of bias, and no"
                + " difference is not proof of fairness. Word lists in English and Spanish tell"
                + " criticism from praise. They are crude: they miss irony and find about a quarter"
                + " of the criticism. No decision rests on them."),
        Sentence.of(
            "Too few comments criticize or praise the district in this period to compare them: {1}"
                + " of each are needed.",
            ReportNeutrality.FEWEST),
        List.of(
            words(Sentence.of("Clause")),
            number(Sentence.of("Critical: caught")),
            number(Sentence.of("of")),
            number(Sentence.of("rate")),
            number(Sentence.of("range")),
            number(Sentence.of("Supportive: caught")),
            number(Sentence.of("of")),
            number(Sentence.of("rate")),
            number(Sentence.of("range")),
            words(Sentence.of("What it means"))),
        ReportNeutrality.of(figures.stances()).stream()
            .filter(line -> line.reading() != ReportNeutrality.Reading.TOO_FEW)
            .map(this::neutral)
            .toList());
  }

  private List<Cell> neutral(ReportNeutrality.Line line) {
    List<Cell> row = new ArrayList<>();
    row.add(
        Cell.text(
            line.clause().isEmpty() ? Sentence.of("Flagged at all") : clause.apply(line.clause())));
    for (Proportion side : List.of(line.critical(), line.supportive())) {
      row.add(Cell.count(side.part()));
      row.add(Cell.count(side.whole()));
      row.add(Cell.share(side.rate()));
      row.add(Cell.between(side));
    }
    row.add(Cell.text(line.reading().sentence()));
    return row;
  }
}

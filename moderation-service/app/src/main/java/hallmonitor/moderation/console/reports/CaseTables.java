package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.reports.ReportTable.number;
import static hallmonitor.moderation.console.reports.ReportTable.words;

import hallmonitor.moderation.console.reports.ReportFigures.CaseFigures;
import hallmonitor.moderation.console.reports.ReportFigures.Escalated;
import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The outcomes of cases, by deciding clause and by building. */
final class CaseTables {
  private final ReportFigures figures;
  private final Function<String, CharSequence> building;
  private final Function<String, CharSequence> clause;

  /**
   * Creates tables.
   *
   * @param building returns a building's name by id
   * @param clause returns a clause's title by id
   */
  CaseTables(
      ReportFigures figures,
      Function<String, CharSequence> building,
      Function<String, CharSequence> clause) {
    this.figures = figures;
    this.building = building;
    this.clause = clause;
  }

  ReportTable byClause() {
    Map<String, Long> held = new LinkedHashMap<>();
    figures.stances().stream()
        .filter(s -> !s.clause().isEmpty())
        .forEach(s -> held.merge(s.clause(), s.judged(), Long::sum));
    Set<String> ids = new TreeSet<>(held.keySet());
    figures.cases().forEach(c -> ids.add(c.clause()));
    figures.escalations().forEach(e -> ids.add(e.clause()));
    return new ReportTable(
        "clauses",
        Sentence.of("By clause"),
        Sentence.of(
            "Restored: hidden automatically, and shown again by a person or an appeal. If much of what a clause hides is restored, or if it raises many false alarms, change its wording or its score. Hidden automatically counts every hide that was carried out, with those of escalations."),
        Sentence.of("No clause caught anything in this period."),
        columns(Sentence.of("Clause"), number(Sentence.of("Caught"))),
        ids.stream()
            .map(
                id ->
                    row(
                        clause.apply(id),
                        List.of(Cell.count(held.getOrDefault(id, 0L))),
                        c -> c.clause().equals(id),
                        e -> e.clause().equals(id)))
            .toList());
  }

  ReportTable byBuilding() {
    Set<String> ids = new TreeSet<>();
    figures.buildings().forEach(b -> ids.add(b.building()));
    figures.cases().forEach(c -> ids.add(c.building()));
    return new ReportTable(
        "buildings",
        Sentence.of("By school"),
        Sentence.NONE,
        Sentence.of("Nothing happened in any school in this period."),
        columns(Sentence.of("School"), number(Sentence.of("Checked"))),
        ids.stream()
            .map(
                id ->
                    row(
                        building.apply(id),
                        List.of(
                            Cell.count(
                                figures.buildings().stream()
                                    .filter(b -> b.building().equals(id))
                                    .mapToLong(ReportFigures.PlaceVolume::judged)
                                    .sum())),
                        c -> c.building().equals(id),
                        e -> e.building().equals(id)))
            .toList());
  }

  private static List<ReportTable.Column> columns(Sentence first, ReportTable.Column second) {
    return List.of(
        words(first),
        second,
        number(Sentence.of("Cases")),
        number(Sentence.of("Still open")),
        number(Sentence.of("Hidden automatically")),
        number(Sentence.of("Restored")),
        number(Sentence.of("Share restored")),
        number(Sentence.of("Escalations")),
        number(Sentence.of("False alarms")));
  }

  private List<Cell> row(
      CharSequence name,
      List<Cell> second,
      Function<CaseFigures, Boolean> these,
      Function<Escalated, Boolean> those) {
    CaseFigures cases =
        figures.cases().stream().filter(these::apply).reduce(CaseFigures.none(), CaseFigures::and);
    List<Escalated> escalated = figures.escalations().stream().filter(those::apply).toList();
    List<Cell> row = new ArrayList<>(List.of(Cell.text(name)));
    row.addAll(second);
    row.addAll(
        List.of(
            Cell.count(cases.cases()),
            Cell.count(cases.open()),
            Cell.count(cases.automatic()),
            Cell.count(cases.overturned()),
            Cell.share(new Proportion(cases.overturned(), cases.automatic()).rate()),
            Cell.count(escalated.stream().mapToLong(Escalated::raised).sum()),
            Cell.count(escalated.stream().mapToLong(Escalated::falseAlarms).sum())));
    return row;
  }
}

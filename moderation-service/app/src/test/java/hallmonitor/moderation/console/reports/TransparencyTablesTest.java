package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.reports.ReportFigures.CaseFigures;
import hallmonitor.moderation.console.reports.ReportFigures.Escalated;
import hallmonitor.moderation.console.reports.ReportFigures.Times;
import hallmonitor.moderation.console.reports.ReportNeutrality.StanceCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the public tables say, and what they keep to themselves. */
class TransparencyTablesTest {
  private static final PublicPeriod OCTOBER =
      new PublicPeriod(
          "2026-10", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"), true);

  private static List<String> rows(
      String table, List<StanceCount> stances, List<CaseFigures> cases, List<Escalated> raised) {
    Times none = new Times(0, 0, null, null);
    ReportFigures report =
        new ReportFigures(
            Optional.empty(), List.of(), List.of(), stances, cases, raised, List.of(), none, none);
    PublicFigures figures =
        new PublicFigures(
            report,
            new PublicFigures.Appeals(4, 3, 1, 2.25),
            2,
            Instant.parse("2026-11-02T10:00:00Z"));
    return new TransparencyTables(figures, OCTOBER, id -> "clause " + id)
        .all().stream()
            .filter(each -> each.id().equals(table))
            .flatMap(each -> each.rows().stream())
            .map(row -> String.join(" | ", row.stream().map(c -> c.shown().toString()).toList()))
            .toList();
  }

  private static StanceCount caught(String clause, long times) {
    return new StanceCount(clause, "none", times, times);
  }

  private static CaseFigures cases(String clause, long hidden, long restored) {
    return new CaseFigures("north", clause, hidden, 0, hidden, 0, restored);
  }

  @Test
  void clausesThatCaughtFewAreCountedTogetherWithoutTheirNames() {
    assertThat(
            rows(
                "clauses",
                List.of(caught("1.1", 40), caught("3.1", 1), caught("5.2", 4)),
                List.of(cases("1.1", 30, 3), cases("3.1", 1, 0), cases("5.2", 2, 1)),
                List.of(new Escalated("north", "3.1", 1, 1))))
        .containsExactly(
            "clause 1.1 | 40 | 30 | 3 | 10.0% | 0 | 0",
            "Other clauses, each with fewer than 5 | 5 | 3 | 1 | 33.3% | 1 | 1");
  }

  @Test
  void aClauseThatCaughtFewIsNotComparedByItself() {
    List<StanceCount> stances =
        List.of(
            new StanceCount("", "critical", 40, 6),
            new StanceCount("", "supportive", 50, 1),
            new StanceCount("1.1", "critical", 6, 6),
            new StanceCount("3.1", "supportive", 1, 1));

    assertThat(rows("neutrality", stances, List.of(), List.of()))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("Flagged at all | 6 | 40"))
        .anyMatch(row -> row.startsWith("clause 1.1 | 6 | 40"));
  }

  @Test
  void schoolsAreAddedUp() {
    CaseFigures south = new CaseFigures("south", "1.1", 6, 0, 6, 0, 0);

    assertThat(rows("totals", List.of(), List.of(cases("1.1", 3, 1), south), List.of()))
        .contains(
            "Hidden automatically | 9",
            "Shown again by a person or after an appeal | 1",
            "Appeals granted | 1",
            "Median time to decide an appeal | 2.3 days",
            "Authors blocked | 2");
  }

  @Test
  void withNothingCaughtThereIsNoRow() {
    assertThat(rows("clauses", List.of(), List.of(), List.of())).isEmpty();
  }
}

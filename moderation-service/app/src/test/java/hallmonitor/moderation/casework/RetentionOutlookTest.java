package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.KeptTally.Cell;
import hallmonitor.moderation.casework.RetentionOutlook.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a schedule means for what is there, and what another one would change. */
class RetentionOutlookTest {
  private static final LocalDate TODAY = LocalDate.parse("2030-10-01");
  private static final RecordKind COMMENTS = RecordKind.ALLOWED_COMMENTS;
  private static final RecordPlace MAPLE = RecordPlace.of("maple", "maple-high", "school");
  private static final RecordPlace BAND = RecordPlace.of("band", "maple-high", "classroom");
  private static final List<RecordPlace> PLACES = List.of(RecordPlace.DISTRICT, MAPLE, BAND);
  private static final UUID LAWSUIT = new UUID(0, 1);

  private static RetentionRule rule(RecordKind kind, String account, int years) {
    return new RetentionRule(
        kind,
        new RetentionReach(account, "", ""),
        Optional.of(Period.ofYears(years)),
        "the commission",
        "our schedule",
        "");
  }

  private static Retention schedule(RetentionRule... rules) {
    return new Retention("the commission", List.of(rules));
  }

  private static KeptTally tally(
      RecordKind kind, String account, long n, long first, long second, String day) {
    Instant at = Instant.parse(day + "T12:00:00Z");
    return new KeptTally(
        kind, account, n, first, second, 2, 1, 3, at, at.plusSeconds(60), Map.of(LAWSUIT, 2L));
  }

  @Test
  void eachKindAndAccountIsCountedByTheDaysOfItsRule() {
    Retention schedule =
        schedule(
            rule(COMMENTS, "", 3),
            rule(COMMENTS, "band", 5),
            rule(RecordKind.RECORDS_REQUESTS, "", 2));

    List<Cell> cells = RetentionOutlook.cells(schedule, PLACES, TODAY);

    assertThat(cells)
        .contains(
            cell(COMMENTS, "maple", "2027-10-01", "2028-10-01"),
            cell(COMMENTS, "band", "2025-10-01", "2026-10-01"),
            cell(RecordKind.RECORDS_REQUESTS, "", "2028-10-01", "2029-10-01"),
            new Cell(RecordKind.DECIDED_CASES, "maple", Optional.empty(), Optional.empty()));
    assertThat(cells)
        .as("comments belong to accounts, requests to the district")
        .noneMatch(c -> c.kind().isOfAccounts() == c.account().isEmpty());
  }

  @Test
  void anAccountOfAnotherKindCountsByTheDayOfItsNextRule() {
    Retention schedule =
        schedule(
            rule(COMMENTS, "", 3),
            new RetentionRule(
                COMMENTS,
                new RetentionReach("", "", "classroom"),
                Optional.of(Period.ofYears(10)),
                "the commission",
                "our schedule",
                ""));
    RecordPlace moved = RecordPlace.of("band", "maple-high", "school");

    assertThat(ScheduleShift.cellsOfMove(schedule, PLACES, List.of(MAPLE, moved), TODAY))
        .contains(
            cell(COMMENTS, "maple", "2027-10-01", "2027-10-01"),
            cell(COMMENTS, "band", "2020-10-01", "2027-10-01"));
  }

  private static Cell cell(RecordKind kind, String account, String first, String second) {
    return new Cell(
        kind, account, Optional.of(LocalDate.parse(first)), Optional.of(LocalDate.parse(second)));
  }

  @Test
  void aLineSumsUpWhatFallsUnderItsRule() {
    Retention schedule = schedule(rule(COMMENTS, "", 3), rule(COMMENTS, "band", 5));
    RecordPlace other = RecordPlace.of("gym", "maple-high", "school");

    List<Line> lines =
        RetentionOutlook.of(
            schedule,
            List.of(MAPLE, BAND, other),
            List.of(
                tally(COMMENTS, "maple", 100, 40, 70, "2024-01-01"),
                tally(COMMENTS, "gym", 10, 1, 2, "2023-01-01"),
                tally(COMMENTS, "band", 7, 0, 0, "2022-01-01")));

    assertThat(lines).hasSize(2);
    Line general = lines.get(0);
    assertThat(general.places()).containsExactly(MAPLE, other);
    assertThat(List.of(general.n(), general.due(), general.soon())).containsExactly(110L, 41L, 31L);
    assertThat(List.of(general.held(), general.heldDue(), general.other()))
        .containsExactly(4L, 2L, 6L);
    assertThat(general.oldest()).contains(Instant.parse("2023-01-01T12:00:00Z"));
    assertThat(general.newest()).contains(Instant.parse("2024-01-01T12:01:00Z"));
    assertThat(general.holders()).containsExactly(Map.entry(LAWSUIT, 4L));
    assertThat(lines.get(1).n()).isEqualTo(7);
  }

  @Test
  void recordsThatNoRuleCoversHaveALineOfTheirOwn() {
    List<Line> lines =
        RetentionOutlook.of(
            schedule(rule(COMMENTS, "band", 5)),
            PLACES,
            List.of(tally(COMMENTS, "maple", 100, 0, 0, "2024-01-01")));

    assertThat(lines).extracting(Line::n).containsExactly(0L, 100L);
    assertThat(lines.get(1).rule()).isEmpty();
  }

  @Test
  void aShorterTimeMakesMoreDueAndALongerOneFewer() {
    Retention other = schedule(rule(COMMENTS, "", 2), rule(COMMENTS, "band", 9));

    List<ScheduleShift> shifts =
        ScheduleShift.of(
            other,
            PLACES,
            List.of(
                tally(COMMENTS, "maple", 20_000, 0, 12_400, "2024-01-01"),
                tally(COMMENTS, "band", 500, 300, 0, "2024-01-01"),
                tally(RecordKind.DECIDED_CASES, "maple", 5, 2, 2, "2024-01-01")));

    assertThat(shifts)
        .containsExactly(
            new ScheduleShift(COMMENTS, Optional.of(other.rules().get(0)), 12_400, 0),
            new ScheduleShift(COMMENTS, Optional.of(other.rules().get(1)), 0, 300));
  }

  @Test
  void aRuleThatIsTakenOutKeepsItsRecordsForever() {
    List<ScheduleShift> shifts =
        ScheduleShift.of(
            Retention.FOR_EVER, PLACES, List.of(tally(COMMENTS, "maple", 20, 15, 0, "2024-01-01")));

    assertThat(shifts).containsExactly(new ScheduleShift(COMMENTS, Optional.empty(), 0, 15));
  }
}

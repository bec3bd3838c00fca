package hallmonitor.moderation.console.precision;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.precision.PrecisionFigures.CaseWeek;
import hallmonitor.moderation.console.precision.PrecisionFigures.DecidedBy;
import hallmonitor.moderation.console.precision.PrecisionFigures.FoundInCheck;
import hallmonitor.moderation.console.precision.PrecisionFigures.JudgedWeek;
import hallmonitor.moderation.console.precision.ThresholdAdvice.Move;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.statistics.Proportion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests what the figures say about a policy with an alarm, a lane and a review for threats. */
class PrecisionTest {
  private static final PrecisionWeeks WEEKS =
      PrecisionWeeks.at(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate MONDAY = LocalDate.parse("2026-09-28");

  private static final Policy POLICY =
      new Policy(
          "Guidelines",
          List.of(
              clause("3.2", PolicyOutcome.ESCALATE, Urgency.IMMEDIATE),
              clause("3.3", PolicyOutcome.REVIEW, Urgency.IMMEDIATE),
              clause("3.4", PolicyOutcome.REVIEW, Urgency.DIGEST)));

  private final List<CaseWeek> cases = new ArrayList<>();
  private final List<DecidedBy> people = new ArrayList<>();
  private final List<FoundInCheck> samples = new ArrayList<>();
  private final List<JudgedWeek> volumes = new ArrayList<>();

  private static Clause clause(String id, PolicyOutcome outcome, Urgency urgency) {
    List<String> roles = outcome == PolicyOutcome.ESCALATE ? List.of("principal") : List.of();
    return new Clause(
        id,
        id,
        id,
        List.of(new Condition(Category.THREAT, .1, Set.of())),
        new Consequence(outcome, false, roles, urgency, false));
  }

  private void decided(String clause, String outcome, int weeksAgo, long confirmed, long of) {
    cases.add(
        new CaseWeek(
            MONDAY.minusWeeks(weeksAgo), clause, outcome, "threat", of, 0, 0, of, confirmed, 0));
    people.add(new DecidedBy(clause, outcome, "novak"));
    people.add(new DecidedBy(clause, outcome, "okafor"));
  }

  private Precision precision() {
    return new Precision(POLICY, WEEKS, new PrecisionFigures(cases, people, samples, volumes));
  }

  private ThresholdAdvice advice(String clause) {
    return precision().clauses().stream()
        .filter(one -> one.id().equals(clause))
        .findFirst()
        .flatMap(ClausePrecision::advice)
        .orElseThrow();
  }

  @Test
  void theLastFourWeeksCountThisOneIncluded() {
    decided("3.2", "escalate", 0, 1, 10);
    decided("3.2", "escalate", 3, 1, 10);
    decided("3.2", "escalate", 4, 30, 30);

    assertThat(advice("3.2").sentence().toString()).startsWith("Catch less: only 2 of 20 alarms");
  }

  @Test
  void anOldCommentThatIsOnlyReviewedSaysNothingAboutAnAlarm() {
    decided("3.2", "escalate", 0, 10, 20);
    decided("3.2", "review", 0, 0, 200);

    assertThat(advice("3.2").sentence().toString()).contains("10 of 20 alarms");
  }

  @Test
  void whatWeakerClausesAndTheCheckFoundWasMissed() {
    decided("3.2", "escalate", 0, 40, 40);
    decided("3.3", "review", 0, 1, 40);
    decided("3.4", "review", 0, 1, 40);
    assertThat(advice("3.2").move()).isEqualTo(Move.STAY);

    samples.add(new FoundInCheck("spam", 5));
    assertThat(advice("3.2").move()).as("of another category").isEqualTo(Move.STAY);
    samples.add(new FoundInCheck("threat", 1));
    assertThat(advice("3.2").move()).isEqualTo(Move.LOWER);
    assertThat(advice("3.2").sentence().toString()).contains("It missed 3 confirmed cases");
  }

  @Test
  void whatAStrongerClauseFoundWasNotMissed() {
    decided("3.2", "escalate", 0, 40, 40);
    decided("3.3", "review", 0, 40, 40);

    assertThat(advice("3.3").move()).isEqualTo(Move.STAY);
  }

  @Test
  void theClausesComeInThePolicysOrderThenThoseThatAreGone() {
    decided("9.9", "review", 0, 1, 1);
    decided("", "review", 0, 1, 1);

    assertThat(precision().clauses())
        .extracting(ClausePrecision::id)
        .containsExactly("3.2", "3.3", "3.4", "", "9.9");
    assertThat(precision().clauses().get(3).advice()).isEmpty();
  }

  @Test
  void aRowAddsUpWhatHadTheSameWeek() {
    decided("3.2", "escalate", 1, 3, 4);
    decided("3.2", "review", 1, 0, 2);

    WeekRow week = precision().clauses().get(0).weeks().get(PrecisionWeeks.SHOWN - 2);
    assertThat(week)
        .isEqualTo(new WeekRow(MONDAY.minusWeeks(1), 6, 4, 0, 2, 0, new Proportion(3, 6), 0));
    assertThat(new WeekBars(List.of(week), java.util.Locale.US).getBars())
        .singleElement()
        .satisfies(
            bar -> {
              assertThat(bar.said())
                  .hasToString("Week from Sep 21: 3 confirmed, 3 not confirmed, 0 undecided");
              assertThat(bar.segments())
                  .containsExactly(
                      new WeekBars.Segment(0, 0, 30, 30), new WeekBars.Segment(1, 0, 0, 30));
            });
  }

  @Test
  void theRunningWeekIsNotComparedWithWholeOnes() {
    volumes.add(new JudgedWeek(MONDAY.minusWeeks(1), "", 400, 12, 12));
    volumes.add(new JudgedWeek(MONDAY.minusWeeks(1), "3.2", 12, 12, 12));
    for (int week = 2; week <= 5; week++) {
      volumes.add(new JudgedWeek(MONDAY.minusWeeks(week), "", 400, 1, 9));
    }

    assertThat(precision().shifts(id -> "clause " + id))
        .extracting(Object::toString)
        .hasSize(2)
        .anyMatch(said -> said.startsWith("Escalated: 12 of 400"))
        .anyMatch(said -> said.startsWith("clause 3.2: 12 of 400"));
  }
}

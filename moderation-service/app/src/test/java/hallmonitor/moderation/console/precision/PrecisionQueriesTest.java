package hallmonitor.moderation.console.precision;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.seed.ManyRows;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/** Tests the queries of the precision page: by index, and within the viewer's scope. */
@ConsoleTest
class PrecisionQueriesTest {
  private static final PrecisionWeeks WEEKS = PrecisionWeeks.at(Instant.now(), ZoneOffset.UTC);

  /** Two buildings over three years; every case reported, every third a false alarm. */
  private static final String MANY_CASES =
      """
      insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
        urgency, strikes, state, action_state, opened_at, seen_at, decided_by, decided_at, evidence)
      select gen_random_uuid(), 'many-' || n % 2, n, case n % 2 when 0 then 'maple-high' else 'birch' end, '1',
        'escalate', '3.' || n % 10, 'threat', 'soon', true, 'open', 'hidden',
        now() - n * interval '90 minutes', now() - n * interval '90 minutes', null, null, true
      from generate_series(1, 20000) n;
      analyze review_case;
      insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at, done_at)
      select gen_random_uuid(), case_id, 'hide', 'taken', 'policy', seen_at, seen_at, seen_at
      from review_case where account like 'many-%';
      insert into escalation_state (escalation_id, case_id, clause, raised_at, state, person, state_at, false_alarm)
      select gen_random_uuid(), case_id, clause, opened_at, 'closed', 'okafor', opened_at, comment_id::int % 3 = 0
      from review_case where account like 'many-%';
      insert into judged_day
      select current_date - n, account, case account when 'many-0' then 'maple-high' else 'birch' end, stance, clause,
        10, 2, 8, 1, 2, 1
      from generate_series(0, 1000) n, unnest(array['many-0', 'many-1']) account,
        unnest(array['critical', 'supportive', 'neither']) stance, unnest(array['', '3.1', '3.2']) clause;
      analyze review_case; analyze ordered_action; analyze escalation_state; analyze judged_day;
      """;

  @Inject ConsoleDatabase database;

  private void withManyCases(Consumer<Handle> look) {
    ManyRows.with(database, MANY_CASES, look);
  }

  @Test
  void everyQuestionIsAnsweredByAnIndex() {
    withManyCases(
        h -> {
          for (String sql :
              List.of(PrecisionQueries.WEEKS, PrecisionQueries.PEOPLE, PrecisionQueries.VOLUMES)) {
            Query query = Scope.EVERYWHERE.bind(h.createQuery("explain " + sql));
            query
                .bind("zone", "UTC")
                .bind("since", WEEKS.since(WEEKS.firstOfAdvice()))
                .bind("until", WEEKS.until())
                .bind("from", WEEKS.firstOfShift())
                .bind("to", WEEKS.current());
            assertThat(String.join("\n", query.mapTo(String.class).list()))
                .doesNotContain(
                    "Seq Scan on review_case",
                    "Seq Scan on ordered_action",
                    "Seq Scan on escalation_state",
                    "Seq Scan on judged_day");
          }
        });
  }

  @Test
  void whatIsOutsideOfTheScopeIsInNoFigure() {
    withManyCases(
        h -> {
          PrecisionFigures all = PrecisionQueries.ask(h, WEEKS, Scope.EVERYWHERE);
          PrecisionFigures birch = PrecisionQueries.ask(h, WEEKS, Scope.within(List.of("birch")));
          PrecisionFigures nowhere = PrecisionQueries.ask(h, WEEKS, Scope.NOWHERE);

          assertThat(cases(birch)).isPositive().isLessThan(cases(all));
          assertThat(birch.weeks())
              .as("cases with an odd number")
              .allMatch(week -> "13579".indexOf(week.clause().charAt(2)) >= 0);
          assertThat(birch.volumes())
              .hasSize(15)
              .allMatch(week -> week.judged() == 7 * 3 * 12)
              .allMatch(week -> week.caught() == 7 * 3 * 4 && week.told() == 7 * 3);
          assertThat(nowhere)
              .isEqualTo(new PrecisionFigures(List.of(), List.of(), List.of(), List.of()));
        });
  }

  @Test
  void theAnswerToTheEscalationDecides() {
    withManyCases(
        h -> {
          PrecisionFigures all = PrecisionQueries.ask(h, WEEKS, Scope.EVERYWHERE);

          assertThat(all.weeks())
              .allMatch(week -> week.decided() == week.cases() && week.hidden() == week.cases())
              .allMatch(week -> week.confirmed() + week.falseAlarms() == week.decided())
              .anyMatch(week -> week.falseAlarms() > 0);
          assertThat(all.weeks())
              .extracting(PrecisionFigures.CaseWeek::week)
              .contains(WEEKS.first());
          assertThat(all.people()).hasSize(10).allMatch(by -> "okafor".equals(by.person()));
        });
  }

  private static long cases(PrecisionFigures figures) {
    return figures.weeks().stream().mapToLong(PrecisionFigures.CaseWeek::cases).sum();
  }
}

package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.seed.ManyRows;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Tests the database queries of reports: by index, and within the viewer's scope. */
@ConsoleTest
class FigureQueriesTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  /** Two buildings; a case every half hour; each hidden after 4 s, every fifth restored. */
  private static final String MANY_CASES =
      """
      insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
        urgency, strikes, state, action_state, opened_at, seen_at)
      select gen_random_uuid(), 'many-' || n % 2, n, case n % 2 when 0 then 'maple-high' else 'birch' end, '1', 'hide',
        '1.' || n % 10, 'profanity', 'soon', true, case when n % 5 = 0 then 'restored' else 'confirmed' end, 'hidden',
        now() - n * interval '30 minutes', now() - n * interval '30 minutes'
      from generate_series(1, 20000) n;
      analyze review_case;
      insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at, done_at)
      select gen_random_uuid(), case_id, 'hide', 'taken', 'policy', seen_at, seen_at, seen_at + interval '4 s'
      from review_case where account like 'many-%';
      insert into case_event (case_id, at, actor, kind)
      select case_id, opened_at, 'novak', 'confirmed' from review_case where account like 'many-%';
      insert into case_event (case_id, at, actor, kind)
      select case_id, opened_at, 'policy', 'opened' from review_case, generate_series(1, 4)
      where account like 'many-%';
      insert into escalation_state (escalation_id, case_id, clause, raised_at, state_at, false_alarm)
      select gen_random_uuid(), case_id, clause, opened_at, opened_at, comment_id::int % 4 = 0
      from review_case where account like 'many-%';
      insert into case_event (case_id, at, actor, kind, dedupe)
      select case_id, raised_at + interval '90 s', 'notifier', 'acknowledged',
        'escalation/' || escalation_id || '/acknowledged/okafor'
      from escalation_state where clause = '1.1';
      insert into judged_day
      select current_date - n, account, case account when 'many-0' then 'maple-high' else 'birch' end, stance, clause,
        10, 2, 8, 1, 2, 1
      from generate_series(0, 1000) n, unnest(array['many-0', 'many-1']) account,
        unnest(array['critical', 'supportive', 'neither']) stance, unnest(array['', '1.1', '1.2']) clause;
      analyze review_case; analyze ordered_action; analyze case_event; analyze escalation_state; analyze judged_day;
      """;

  @Inject ConsoleDatabase database;

  private static ReportQuery lastWeek(String building, Scope scope) {
    return over(TODAY.minusDays(6), building, scope);
  }

  private static ReportQuery over(LocalDate from, String building, Scope scope) {
    return new ReportQuery(
        new ReportPeriod("custom", from, TODAY), building, "", ZoneOffset.UTC, scope);
  }

  private void withManyCases(Consumer<Handle> look) {
    ManyRows.with(database, MANY_CASES, look);
  }

  @Test
  void everyQuestionIsAnsweredByAnIndex() {
    withManyCases(
        h -> {
          for (String sql :
              List.of(
                  FigureQueries.VOLUMES,
                  FigureQueries.BUILDINGS,
                  FigureQueries.STANCES,
                  FigureQueries.CASES,
                  FigureQueries.ESCALATIONS,
                  FigureQueries.DECISIONS,
                  FigureQueries.TIME_TO_HIDE,
                  FigureQueries.TIME_TO_ACKNOWLEDGE)) {
            String plan =
                String.join(
                    "\n",
                    over(TODAY.minusDays(1), "", Scope.EVERYWHERE)
                        .bind(h.createQuery("explain " + sql))
                        .mapTo(String.class)
                        .list());
            assertThat(plan)
                .doesNotContain(
                    "Seq Scan on review_case",
                    "Seq Scan on ordered_action",
                    "Seq Scan on case_event",
                    "Seq Scan on escalation_state",
                    "Seq Scan on judged_day");
          }
        });
  }

  @Test
  void theArchiveIsCountedByTheTimeOfTheJudgment() {
    database.read(
        h -> {
          h.begin();
          try {
            h.execute(
                """
                insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
                  clauses, findings, policy_version, model_version)
                select 'many', n, '1', 'created', 'x', '{}', now(), now() - n * interval '10 minutes', 'allow', '{}', '[]', '', ''
                from generate_series(1, 20000) n
                """);
            h.execute("analyze revision");
            String plan =
                String.join(
                    "\n",
                    h.createQuery(
                            "explain select body from revision where judged_at >= now() - interval"
                                + " '1 day' and judged_at < now() and kind <> 'deleted'")
                        .mapTo(String.class)
                        .list());
            assertThat(plan).contains("revision_judged");
          } finally {
            h.rollback();
          }
          return 1;
        });
  }

  @Test
  void whatIsOutsideOfTheScopeIsInNoFigure() {
    withManyCases(
        h -> {
          ReportFigures all = FigureQueries.ask(h, lastWeek("", Scope.EVERYWHERE));
          ReportFigures birch = FigureQueries.ask(h, lastWeek("", Scope.within(List.of("birch"))));
          ReportFigures outside =
              FigureQueries.ask(h, lastWeek("maple-high", Scope.within(List.of("birch"))));

          assertThat(all.buildings()).hasSize(2);
          assertThat(birch.buildings())
              .containsExactly(new ReportFigures.PlaceVolume("birch", 210, 252, 168));
          assertThat(birch.cases()).isNotEmpty().allMatch(c -> c.building().equals("birch"));
          assertThat(birch.escalations()).isNotEmpty().allMatch(e -> e.building().equals("birch"));
          assertThat(cases(birch)).isLessThan(cases(all));
          assertThat(times(birch)).isLessThan(times(all)).isPositive();
          assertThat(birch.timeToHide().all()).isLessThan(all.timeToHide().all());
          assertThat(outside.volumes()).isEmpty();
          assertThat(outside.stances()).isEmpty();
          assertThat(outside.cases()).isEmpty();
          assertThat(outside.escalations()).isEmpty();
          assertThat(outside.decisions()).isEmpty();
          assertThat(outside.timeToHide().all()).isZero();
          assertThat(outside.timeToAcknowledge().all()).isZero();
        });
  }

  private static long cases(ReportFigures figures) {
    return figures.cases().stream().mapToLong(ReportFigures.CaseFigures::cases).sum();
  }

  private static long times(ReportFigures figures) {
    return figures.decisions().stream().mapToLong(ReportFigures.Decided::times).sum();
  }

  @Test
  void timesAreThoseOfTheMiddleAndOfTheSlowestInTwenty() {
    withManyCases(
        h -> {
          ReportFigures figures = FigureQueries.ask(h, lastWeek("birch", Scope.EVERYWHERE));

          assertThat(figures.timeToHide().median()).isEqualTo(4);
          assertThat(figures.timeToHide().p95()).isEqualTo(4);
          assertThat(figures.timeToAcknowledge().median()).isEqualTo(90);
          assertThat(figures.timeToAcknowledge().times())
              .as("only clause 1.1 was answered")
              .isLessThan(figures.timeToAcknowledge().all());
        });
  }
}

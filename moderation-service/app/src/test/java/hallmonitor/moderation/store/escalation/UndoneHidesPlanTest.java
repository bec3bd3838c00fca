package hallmonitor.moderation.store.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests that the check for undone hides, every second, reads none of the many that are done. */
class UndoneHidesPlanTest {
  private static Jdbi database;

  @BeforeAll
  static void thousands() {
    database = TestDatabase.fresh().jdbi();
    database.useHandle(
        h -> {
          h.execute(
              """
              insert into review_case (case_id, account, comment_id, building, platform, language, revision,
                outcome, clause, category, urgency, strikes, state, action_state, opened_at, seen_at)
              select gen_random_uuid(), 'a', i::text, 'b', 'p', 'en', '1', 'escalate', '3.1', 'threat', 'immediate',
                true, 'open', 'hidden', now(), now()
              from generate_series(1, 20000) i
              """);
          h.execute(
              """
              insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at,
                urgency, told_at)
              select gen_random_uuid(), case_id, 'hide',
                (array['taken', 'taken', 'taken', 'failed', 'cancelled'])[1 + comment_id::int % 5], 'policy',
                now() - comment_id::int * interval '1 minute', now(), 'danger',
                case when comment_id::int % 5 = 3 then now() end
              from review_case
              """);
          h.execute(
              "update ordered_action set state = 'ordered' where action_id in (select action_id from"
                  + " ordered_action where told_at is null limit 20)");
          h.execute("vacuum analyze ordered_action");
        });
  }

  @Test
  void theUndoneOnesAreReadFromTheirOwnIndexAlone() {
    assertThat(plan(UndoneHides.DUE))
        .contains("ordered_action_undone_danger")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aCasesUndoneOnesAreFoundByAnIndex() {
    assertThat(plan(UndoneHides.TELL)).contains("Index Scan").doesNotContain("Seq Scan");
  }

  private static String plan(String sql) {
    return database.withHandle(
        h -> {
          var query = h.createQuery("explain " + sql);
          query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
          return query
              .bind("late", OffsetDateTime.now())
              .bind("now", OffsetDateTime.now())
              .bind("case", new UUID(0, 0))
              .mapTo(String.class)
              .stream()
              .collect(Collectors.joining("\n"));
        });
  }
}

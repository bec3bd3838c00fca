package hallmonitor.moderation.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the migration of a database from before changes of visibility and text were kept. */
class VisibilityChangesMigrationTest {
  private static final UUID CASE_ID = UUID.randomUUID();

  @Test
  void whatIsKnownIsTakenFromOrdersHistoriesAndTheCommentsThemselves() {
    TestDatabase database = TestDatabase.at("1.92");
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                    latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
                  select 'practice', id, 'wordpress', 'p', 'k', 'n', v, '1', '', '2026-01-05T12:00Z', '2026-01-05T15:00Z',
                    '2026-01-05T12:00Z'
                  from (values ('1', 'visible'), ('2', 'hidden'), ('3', 'deleted'), ('4', 'visible')) as c(id, v)
                  """);
              h.execute(
                  """
                  insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
                    policy_version, model_version)
                  values ('practice', '3', '1', 'created', '', '{}', '2026-01-05T12:00Z', 'allow', '{}', '[]', 'p', 'm'),
                    ('practice', '3', '2', 'deleted', '', '{}', '2026-01-05T13:00Z', null, '{}', '[]', 'p', 'm'),
                    ('practice', '4', '1', 'created', '', '{}', '2026-01-05T10:00Z', 'allow', '{}', '[]', 'p', 'm'),
                    ('practice', '4', '2', 'edited', '', '{}', '2026-01-05T11:00Z', 'allow', '{}', '[]', 'p', 'm')
                  """);
              h.execute(
                  """
                  insert into review_case (case_id, account, comment_id, building, revision, outcome, clause, category,
                    urgency, strikes, state, action_state, opened_at, seen_at)
                  values (?, 'practice', '1', 'maple-high', '1', 'hide', '2.1', 'profanity', 'soon', true, 'open', 'none',
                    now(), now())
                  """,
                  CASE_ID);
              h.execute(
                  """
                  insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at, done_at)
                  values (gen_random_uuid(), ?, 'hide', 'taken', 'policy', now(), now(), '2026-01-05T12:02Z'),
                    (gen_random_uuid(), ?, 'restore', 'failed', 'policy', now(), now(), '2026-01-05T12:09Z')
                  """,
                  CASE_ID,
                  CASE_ID);
              h.execute(
                  "insert into case_event (case_id, actor, kind, dedupe) values (?, 'ingest', 'restored-on-platform', ?)",
                  CASE_ID,
                  CASE_ID + "/restored-on-platform/2026-01-05T12:05:00.123456Z");
            });

    database.migrateTo("1.93");

    assertThat(
            database.rows(
                """
                select comment_id || ' ' || visibility || ' ' || to_char(at at time zone 'UTC', 'HH24:MI:SS.US')
                  || case when action_id is null then '' else ' ordered' end as told
                from visibility_change order by comment_id, at
                """))
        .extracting(row -> row.get("told"))
        .containsExactly(
            "1 hidden 12:02:00.000000 ordered",
            "1 visible 12:05:00.123456",
            "2 hidden 15:00:00.000000",
            "3 deleted 13:00:00.000000");
    assertThat(database.rows("select comment_id, revision from text_change"))
        .as("a text that returned, and no other")
        .containsExactly(Map.of("comment_id", "4", "revision", "1"));
  }
}

package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Tests the migration of a database from before it was recorded who was notified of an escalation.
 */
class WhoAnswersMigrationTest {
  private static final UUID CASE_ID = UUID.randomUUID();
  private static final UUID ESCALATION = UUID.randomUUID();

  @Test
  void whoWasToldIsTakenFromTheHistoryAndWhatWasAnsweredStays() {
    TestDatabase database = TestDatabase.at("1.16");
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("set session_replication_role = replica");
              h.execute(
                  """
                  insert into review_case (case_id, account, comment_id, building, revision, outcome, clause,
                    category, urgency, strikes, state, action_state, opened_at, seen_at)
                  values (?, 'practice', '1', 'maple-high', '1', 'escalate', '3.2', 'threat', 'immediate', true,
                    'open', 'none', now(), now())
                  """,
                  CASE_ID);
              h.execute(
                  """
                  insert into escalation_state (escalation_id, case_id, raised_at, state_at, state, person)
                  values (?, ?, now(), now(), 'acknowledged', 'okafor')
                  """,
                  ESCALATION,
                  CASE_ID);
              event(h, "notice-sent", "To okafor (principal).", "a");
              event(h, "notice-sent", "To okafor (principal). Sent again.", "b");
              event(h, "notice-sent", "To haddad (counselor).", "c");
              event(h, "notice-sent", "To the role principal.", "d");
              event(h, "reminded", "Reminded lindgren.", "e");
            });

    database.migrateTo("1.18");

    assertThat(database.rows("select escalation_id, person from escalation_told order by person"))
        .extracting(row -> row.get("escalation_id") + " " + row.get("person"))
        .containsExactly(ESCALATION + " haddad", ESCALATION + " okafor");
    assertThat(database.rows("select state, person, until, next_step from escalation_state"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("state")).isEqualTo("acknowledged");
              assertThat(row.get("person")).isEqualTo("okafor");
              assertThat(row.get("until")).isNull();
              assertThat(row.get("next_step")).isEqualTo("");
            });
  }

  private static void event(
      org.jdbi.v3.core.Handle handle, String kind, String detail, String which) {
    handle.execute(
        "insert into case_event (case_id, actor, kind, detail, dedupe) values (?, 'notifier', ?, ?, ?)",
        CASE_ID,
        kind,
        detail,
        "escalation/" + ESCALATION + "/" + kind + "/" + which);
  }
}

package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.util.UUID;

/** Adds rows that reports count, in domain words. */
final class ReportSeed {
  private final ConsoleDatabase database;
  private int comments;

  ReportSeed(ConsoleDatabase database) {
    this.database = database;
  }

  /** Removes all counts. */
  void nothing() {
    database.write(h -> h.execute("truncate judged_day, counted_day"));
  }

  /** Adds a comment judged this many days ago. */
  void judged(String text, String outcome, String clause, int daysAgo) {
    judged("practice", text, outcome, clause, daysAgo);
  }

  void judged(String account, String text, String outcome, String clause, int daysAgo) {
    database.write(
        h ->
            h.execute(
                """
                insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
                  clauses, findings, policy_version, model_version)
                values (?, ?, '1', 'created', ?, '{}', now(), now() - make_interval(days => ?), ?,
                  array_remove(array[?], ''), '[]', '', '')
                """,
                account,
                "judged-" + comments++,
                text,
                daysAgo,
                outcome,
                clause));
  }

  /**
   * Records that the platform reported the comment as hidden this many seconds after it was read.
   */
  void hiddenByThePolicyAfter(UUID caseId, int seconds) {
    database.write(
        h ->
            h.execute(
                """
                insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at, seen_at, done_at)
                select gen_random_uuid(), case_id, 'hide', 'taken', 'policy', seen_at, seen_at,
                  seen_at + make_interval(secs => ?)
                from review_case where case_id = ?
                """,
                seconds,
                caseId));
  }

  /** Records an answer to an escalation this many seconds after it was raised. */
  void answeredAfter(UUID caseId, UUID escalationId, int seconds) {
    database.write(
        h ->
            h.execute(
                """
                insert into case_event (case_id, at, actor, kind, dedupe)
                select case_id, raised_at + make_interval(secs => ?), 'notifier', 'acknowledged',
                  'escalation/' || escalation_id || '/acknowledged/okafor'
                from escalation_state where escalation_id = ? and case_id = ?
                """,
                seconds,
                escalationId,
                caseId));
  }

  void falseAlarm(UUID escalationId) {
    database.write(
        h ->
            h.execute(
                "update escalation_state set false_alarm = true where escalation_id = ?",
                escalationId));
  }
}

package hallmonitor.moderation.console;

import java.util.UUID;

/** Puts rows that reports count, in the words of the domain. */
final class ReportSeed {
  private final ConsoleDatabase database;
  private int comments;

  ReportSeed(ConsoleDatabase database) {
    this.database = database;
  }

  /** Nothing was counted yet. */
  void nothing() {
    database.write(h -> h.execute("truncate judged_day, counted_day"));
  }

  /** A comment that was judged so many days ago. */
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

  /** The platform said so many seconds after the comment was read that it is hidden. */
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

  /** Somebody answered an escalation so many seconds after it was raised. */
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

package hallmonitor.notifier.queue;

import hallmonitor.notifier.notice.CommentDecision;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The alarms that something dangerous could not be hidden, among the queued notices. */
public final class NotHiddenAlarms {
  private NotHiddenAlarms() {}

  /** Returns whether, according to the newest report, a case's comment is not hidden. */
  public static boolean holds(Handle handle, UUID caseId) {
    return CommentDecisions.ofCase(handle, caseId, 1).stream()
        .anyMatch(newest -> newest.kind().equals(CommentDecision.NOT_HIDDEN));
  }

  /** Returns when a conversation's latest alarm was or will be due. */
  public static Optional<Instant> latest(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            """
            select max(n.due_at) as due_at
            from notice n
            join comment_decision d using (decision_id)
            where n.conversation_id = :id
              and d.kind = :kind
              and n.state in ('queued', 'sent')
            """)
        .bind("id", conversation)
        .bind("kind", CommentDecision.NOT_HIDDEN)
        .map((row, context) -> row.getObject("due_at", OffsetDateTime.class))
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Removes a case's alarms that no one needs anymore. One that is being sent is left to its
   * sender; {@link DueNotices#delay} does not try it again.
   *
   * @return whether there were such alarms, and no one got one
   */
  public static boolean withdraw(Handle transaction, UUID caseId) {
    return transaction
        .createQuery(
            """
            with alarm as (
              select n.notice_id, n.state
              from notice n
              join comment_decision d using (decision_id)
              where d.case_id = :case
                and d.kind = :kind),
            withdrawn as (
              update notice
              set state = 'withdrawn', done_at = clock_timestamp()
              where notice_id in (
                select notice_id
                from notice
                where notice_id in (select notice_id from alarm)
                  and state = 'queued'
                for update skip locked)
              returning 1)
            select exists (select from withdrawn) and not exists (select from alarm where state = 'sent')
            """)
        .bind("case", caseId)
        .bind("kind", CommentDecision.NOT_HIDDEN)
        .mapTo(Boolean.class)
        .one();
  }
}

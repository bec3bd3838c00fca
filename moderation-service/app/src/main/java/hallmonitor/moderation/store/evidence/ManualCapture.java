package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEvent.CaptureAsked;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.CaseTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A person's request for evidence of a case from the current archive. */
public final class ManualCapture {
  private ManualCapture() {}

  /**
   * Requests it.
   *
   * @param eventId not used before
   * @return whether there is such a case
   * @throws NotLegal if its comment was disposed of
   */
  public static boolean ask(
      Handle transaction, UUID eventId, UUID caseId, String user, String reason, Instant now)
      throws SQLException {
    List<Case> found = new CaseTable(transaction.getConnection()).lockByIds(List.of(caseId));
    if (found.isEmpty()) {
      return false;
    }
    ArchivedComment.present(transaction.getConnection(), caseId);
    Capture capture =
        new Captures(transaction.getConnection()).ofArchived(caseId, "", user, now).orElseThrow();
    transaction.execute(
        "update review_case set evidence = true where case_id = ? and not evidence", caseId);
    transaction.execute(
        """
        insert into case_capture (event_id, case_id, asked_by, reason)
        values (?, ?, ?, ?)
        """,
        eventId,
        caseId,
        user,
        reason);
    transaction.execute(
        """
        insert into case_event (case_id, actor, kind, detail, dedupe)
        values (?, ?, ?, ?, ?)
        """,
        caseId,
        user,
        "capture-asked",
        reason,
        "capture/" + eventId);
    AuditLog.add(transaction, user, "capture-evidence", "case " + caseId, reason);
    CaptureAsked event =
        new CaptureAsked(
            eventId,
            caseId,
            found.get(0).verdict().category(),
            found.get(0).subject().building(),
            capture,
            user,
            reason,
            now);
    Outbox.add(transaction, Topic.CASE_EVENTS.topicName(), event.key(), event);
    return true;
  }
}

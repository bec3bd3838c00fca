package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.AcknowledgmentExpired;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.HandedOver;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The state of escalations and seals as the notifier reports them. Older and repeated events change
 * nothing; a closed escalation stays closed.
 */
final class EscalationStates {
  private final Handle transaction;

  EscalationStates(Handle transaction) {
    this.transaction = transaction;
  }

  void take(List<EscalationEvent> events) {
    events.forEach(this::take);
  }

  private void take(EscalationEvent event) {
    if (event instanceof Acknowledged acknowledged) {
      stands(
          event,
          "acknowledged",
          acknowledged.person(),
          acknowledged.until(),
          acknowledged.nextStep());
      answered(event);
    } else if (event instanceof AcknowledgmentExpired expired) {
      stands(event, "open", expired.to());
    } else if (event instanceof NoticeSent sent) {
      told(sent);
    } else if (event instanceof HandedOver handed) {
      stands(event, "open", handed.to());
      answered(event);
    } else if (event instanceof PassedOn passed) {
      stands(event, "open", passed.to());
    } else if (event instanceof Undelivered undelivered) {
      undelivered(undelivered);
    } else if (event instanceof Closed closed) {
      closed(closed);
    } else if (event instanceof EvidenceSealed sealed) {
      sealed(sealed);
    }
  }

  private void stands(EscalationEvent event, String state, String person) {
    stands(event, state, person, Optional.empty(), Optional.empty());
  }

  private void stands(
      EscalationEvent event,
      String state,
      String person,
      Optional<Instant> until,
      Optional<String> nextStep) {
    insert(event);
    transaction.execute(
        """
        update escalation_state
        set state = ?, person = ?, state_at = ?, until = ?::timestamptz, next_step = ?
        where escalation_id = ? and state <> 'closed' and state_at <= ?
        """,
        state,
        words(person),
        event.at(),
        until.orElse(null),
        words(nextStep.orElse("")),
        event.escalationId(),
        event.at());
  }

  /** News of a decision goes to people who were notified before. */
  private void told(NoticeSent event) {
    transaction.execute(
        """
        insert into escalation_told (escalation_id, person, case_id) values (?, ?, ?)
        on conflict do nothing
        """,
        event.escalationId(),
        words(event.person()),
        event.caseId());
  }

  private void answered(EscalationEvent event) {
    transaction.execute(
        """
        update escalation_state
        set answered_at = greatest(answered_at, ?::timestamptz)
        where escalation_id = ?
        """,
        event.at(),
        event.escalationId());
  }

  private void undelivered(Undelivered event) {
    insert(event);
    transaction.execute(
        """
        update escalation_state set undelivered = ?, undelivered_at = ?
        where escalation_id = ? and (undelivered_at is null or undelivered_at <= ?)
        """,
        words(event.message()),
        event.at(),
        event.escalationId(),
        event.at());
  }

  private void closed(Closed event) {
    insert(event);
    transaction.execute(
        """
        update escalation_state
        set state = 'closed', person = ?, state_at = ?, outcome = ?, false_alarm = ?
        where escalation_id = ? and (state <> 'closed' or state_at < ?)
        """,
        words(event.person()),
        event.at(),
        words(event.outcome()),
        event.falseAlarm(),
        event.escalationId(),
        event.at());
    answered(event);
  }

  private void sealed(EvidenceSealed event) {
    transaction.execute(
        """
        insert into evidence_seal (capture_id, case_id, sequence, hash, at) values (?, ?, ?, ?, ?)
        on conflict (capture_id) do nothing
        """,
        event.escalationId(),
        event.caseId(),
        event.sequence(),
        words(event.hash()),
        event.at());
  }

  /** Adds an escalation older than this table on its first event. */
  private void insert(EscalationEvent event) {
    transaction.execute(
        """
        insert into escalation_state (escalation_id, case_id, clause, category, raised_at, state_at)
        select ?::uuid, case_id, clause, category, ?::timestamptz, ?::timestamptz from review_case where case_id = ?
        on conflict (escalation_id) do nothing
        """,
        event.escalationId(),
        event.at(),
        Instant.EPOCH,
        event.caseId());
  }

  private static String words(String text) {
    return text == null ? "" : text.replace('\0', '\uFFFD');
  }
}

package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.moderation.casework.EnumCodes;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The notifier's clocks. The latest start of a clock counts, and a stop ends it unless it was
 * started later, no matter how often and in what order events arrive.
 */
final class CaseClocks {
  private final Handle transaction;

  CaseClocks(Handle transaction) {
    this.transaction = transaction;
  }

  void take(List<EscalationEvent> events) {
    for (EscalationEvent event : events) {
      if (event instanceof ClockStarted started) {
        started(started);
      } else if (event instanceof ClockStopped stopped) {
        stopped(stopped);
      }
    }
  }

  private void started(ClockStarted event) {
    transaction
        .createUpdate(
            """
            insert into case_clock as old (clock_id, case_id, escalation_id, kind, title, wording,
              source, person, fields, due_at, started_at)
            values (:clock, :case, :escalation, :kind, :title, :wording, :source, :person, :fields,
              :due, :at)
            on conflict (clock_id) do update
            set kind = excluded.kind, title = excluded.title, wording = excluded.wording,
                source = excluded.source, person = excluded.person, fields = excluded.fields,
                due_at = excluded.due_at, started_at = excluded.started_at
            where old.started_at is null or old.started_at <= excluded.started_at
            """)
        .bind("clock", event.clockId())
        .bind("case", event.caseId())
        .bind("escalation", event.escalationId())
        .bind("kind", EnumCodes.of(event.kind()))
        .bind("title", words(event.title()))
        .bind("wording", words(event.wording()))
        .bind("source", words(event.source()))
        .bind("person", event.person().map(CaseClocks::words).orElse(null))
        .bindArray("fields", String.class, event.fields())
        .bind("due", event.dueAt())
        .bind("at", event.at())
        .execute();
  }

  private void stopped(ClockStopped event) {
    transaction.execute(
        """
        insert into case_clock as old (clock_id, case_id, escalation_id, stopped_at, stopped_by)
        values (?, ?, ?, ?, ?)
        on conflict (clock_id) do update
        set stopped_at = excluded.stopped_at, stopped_by = excluded.stopped_by
        where old.stopped_at is null or old.stopped_at < excluded.stopped_at
        """,
        event.clockId(),
        event.caseId(),
        event.escalationId(),
        event.at(),
        words(event.by()));
  }

  private static String words(String text) {
    return text == null ? "" : text.replace('\0', '\uFFFD');
  }
}

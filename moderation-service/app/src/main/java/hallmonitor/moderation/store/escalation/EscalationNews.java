package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.moderation.store.cases.CaseTable;
import hallmonitor.moderation.store.cases.HeldOrders;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes up what the notifier says of escalations: history, state, clocks, seals, and the hides that
 * waited for a seal. The same news again changes nothing.
 */
public final class EscalationNews {
  private EscalationNews() {}

  /**
   * An event of an unknown case breaks a foreign key, as a record that cannot be used.
   *
   * @param now stands on the orders that go out
   * @return how many orders went out
   */
  public static int take(Handle transaction, List<EscalationEvent> events, Instant now)
      throws SQLException {
    // First, and in order: what follows locks the same rows piece by piece.
    new CaseTable(transaction.getConnection())
        .lockByIds(events.stream().map(EscalationEvent::caseId).distinct().toList());
    EscalationHistory.add(transaction.getConnection(), events);
    new EscalationStates(transaction).take(events);
    new CaseClocks(transaction).take(events);
    List<EvidenceSealed> seals =
        events.stream()
            .filter(EvidenceSealed.class::isInstance)
            .map(EvidenceSealed.class::cast)
            .toList();
    return new HeldOrders(transaction).sealed(seals, now);
  }
}

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
 * Applies the notifier's events of escalations: history, state, clocks, seals, and hides that
 * waited for a seal. The same events again change nothing.
 */
public final class EscalationNews {
  private EscalationNews() {}

  /**
   * Applies events; one of an unknown case violates a foreign key and counts as an unusable record.
   *
   * @param now time of the sent orders
   * @return how many orders were sent
   */
  public static int take(Handle transaction, List<EscalationEvent> events, Instant now)
      throws SQLException {
    // First and in order, because later steps lock the same rows one by one.
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

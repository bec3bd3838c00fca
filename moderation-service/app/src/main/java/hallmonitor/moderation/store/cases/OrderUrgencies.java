package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.Danger;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How urgent the orders of a transaction are. What takes something dangerous out of sight goes
 * first, then what a person ordered.
 *
 * @param escalated the cases that anybody was asked about, by policy or by a person
 */
record OrderUrgencies(Set<UUID> escalated) {
  /** Loads what is needed for orders of these changes. Their escalations must be written. */
  static OrderUrgencies of(Connection connection, List<CaseWrite> writes) throws SQLException {
    List<UUID> ordering =
        writes.stream()
            .filter(w -> !w.change().orders().isEmpty())
            .map(w -> w.change().after().id())
            .distinct()
            .toList();
    return new OrderUrgencies(
        new HashSet<>(
            ColumnArrays.of(ordering)
                .uuid(id -> id)
                .query(
                    connection,
                    "select distinct case_id from escalation_state where case_id = any(?)",
                    row -> row.getObject(1, UUID.class))));
  }

  Urgency of(Case ordering, Order order) {
    boolean danger = Danger.isIn(ordering.verdict()) || escalated.contains(ordering.id());
    if (danger && order.action() != Action.RESTORE) {
      return Urgency.DANGER;
    }
    return order.automatic() ? Urgency.ROUTINE : Urgency.PERSON;
  }
}

package hallmonitor.moderation.store;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.Topic;
import hallmonitor.contract.wire.Outbox;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes changes of cases with everything that follows from them: history, orders, strikes, and
 * what is published.
 */
public final class CaseWriter {
  private final Handle transaction;
  private final Connection connection;

  /**
   * @param transaction in a transaction in which the cases were locked
   */
  public CaseWriter(Handle transaction) {
    this.transaction = transaction;
    this.connection = transaction.getConnection();
  }

  /**
   * @param entries in the order in which they happened; one case may change several times
   * @param now stands on orders and escalations
   */
  public void write(List<CaseEntry> entries, Instant now) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    CaseTable table = new CaseTable(connection);
    Map<UUID, Case> last = new LinkedHashMap<>();
    entries.forEach(e -> last.put(e.change().after().id(), e.change().after()));
    table.put(last.values());
    table.addEvents(entries.stream().map(CaseEntry::change).toList());
    writeStrikes(entries, now);
    publish(entries, writeOrders(entries, now), now);
  }

  private record OrderRow(Case ordering, Order order) {}

  /** Gives the ids that are new: an order that stands already is not published again. */
  private Set<UUID> writeOrders(List<CaseEntry> entries, Instant now) throws SQLException {
    List<OrderRow> rows = new ArrayList<>();
    for (CaseEntry entry : entries) {
      entry.change().orders().forEach(o -> rows.add(new OrderRow(entry.change().after(), o)));
    }
    return new HashSet<>(
        Columns.of(rows)
            .uuid(r -> r.order().actionId())
            .uuid(r -> r.ordering().id())
            .text(r -> Words.of(r.order().action()))
            .text(r -> r.order().by())
            .time(r -> now)
            .time(r -> r.ordering().seenAt())
            .query(
                connection,
                """
                insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at,
                  seen_at)
                select action_id, case_id, action, 'ordered', ordered_by, ordered_at, seen_at
                from unnest(?, ?, ?, ?, ?, ?)
                  as o(action_id, case_id, action, ordered_by, ordered_at, seen_at)
                on conflict do nothing returning action_id
                """,
                row -> row.getObject(1, UUID.class)));
  }

  private void writeStrikes(List<CaseEntry> entries, Instant now) throws SQLException {
    Map<UUID, CaseEntry> counted = new LinkedHashMap<>();
    Map<UUID, CaseEntry> voided = new LinkedHashMap<>();
    for (CaseEntry entry : entries) {
      UUID id = entry.change().after().id();
      if (entry.change().strike() == Strike.COUNTED) {
        counted.put(id, entry);
        voided.remove(id);
      } else if (entry.change().strike() == Strike.VOIDED) {
        voided.put(id, entry);
        counted.remove(id);
      }
    }
    Columns.of(counted.values())
        .uuid(e -> e.change().after().id())
        .text(e -> e.change().after().comment().account())
        .text(CaseEntry::authorKey)
        .text(e -> e.change().after().clause())
        .time(e -> now)
        .execute(
            connection,
            """
            insert into strike (case_id, account, author_key, clause, at)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (case_id) do update set clause = excluded.clause, voided_at = null
            """);
    Columns.of(voided.values())
        .uuid(e -> e.change().after().id())
        .execute(
            connection,
            "update strike set voided_at = now() where case_id = any(?) and voided_at is null");
  }

  private void publish(List<CaseEntry> entries, Set<UUID> newOrders, Instant now) {
    List<Outbox.Entry> outgoing = new ArrayList<>();
    for (CaseEntry entry : entries) {
      CaseChange change = entry.change();
      CommentRef ref =
          new CommentRef(
              entry.platform(), change.after().comment().account(), change.after().comment().id());
      for (Order order : change.orders()) {
        if (newOrders.contains(order.actionId())) {
          outgoing.add(
              new Outbox.Entry(
                  Topic.ACTIONS.topicName(),
                  ref.key(),
                  Published.order(entry, order, ref, now),
                  entry.traceparent()));
        }
      }
      change
          .escalation()
          .map(escalation -> Published.escalation(entry, escalation, ref, now))
          .ifPresent(
              event ->
                  outgoing.add(
                      new Outbox.Entry(
                          Topic.ESCALATIONS.topicName(), event.key(), event, entry.traceparent())));
    }
    Outbox.addAll(transaction, outgoing);
  }
}

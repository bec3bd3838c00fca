package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Settled;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes case changes with everything that follows: history, orders, strikes, and events. */
public final class CaseWriter {
  private final Handle transaction;
  private final Connection connection;
  private final Duration sealWait;

  /**
   * Creates a writer.
   *
   * @param transaction that has locked the cases
   * @param sealWait longest wait of an order for its evidence
   */
  public CaseWriter(Handle transaction, Duration sealWait) {
    this.transaction = transaction;
    this.connection = transaction.getConnection();
    this.sealWait = sealWait;
  }

  /** Creates a writer for changes that hold no order, such as people's decisions. */
  public CaseWriter(Handle transaction) {
    this(transaction, Duration.ZERO);
  }

  /**
   * Writes changes.
   *
   * @param writes in order; one case may change several times
   * @param now time of orders and escalations
   */
  public void write(List<CaseWrite> writes, Instant now) throws SQLException {
    if (writes.isEmpty()) {
      return;
    }
    Map<UUID, CaseTable.Row> rows = new LinkedHashMap<>();
    writes.forEach(
        e ->
            rows.merge(e.change().after().id(), CaseTable.Row.of(e.change()), CaseTable.Row::then));
    new CaseTable(connection).put(rows.values(), now);
    HarmlessTexts.setBack(connection, rows.keySet());
    Set<UUID> newEscalations = openEscalations(writes, now);
    new CaseHistory(transaction).add(writes.stream().map(CaseHistory.Addition::of).toList());
    writeStrikes(writes, now);
    publish(writes, writeOrders(writes, now), newEscalations, now);
    new HeldOrders(transaction).settle(writes.stream().map(CaseWrite::change).toList(), now);
    markUndone(writes);
  }

  /**
   * Marks hides of something dangerous that others undid, so that the search for undone hides finds
   * them.
   */
  private void markUndone(List<CaseWrite> writes) throws SQLException {
    ColumnArrays.of(
            writes.stream()
                .flatMap(write -> write.change().settled().stream())
                .filter(settled -> settled.fate() == Fate.UNDONE)
                .toList())
        .uuid(Settled::actionId)
        .execute(
            connection,
            """
            update ordered_action
            set state = 'undone', urgency = 'danger', told_at = null
            where action_id = any(?)
              and state = 'taken'
            """);
  }

  private record OrderRow(Case ordering, Order order) {}

  /** Returns the new ids: an existing order is not published again. */
  private Set<UUID> writeOrders(List<CaseWrite> writes, Instant now) throws SQLException {
    List<OrderRow> rows = new ArrayList<>();
    for (CaseWrite write : writes) {
      write.change().orders().forEach(o -> rows.add(new OrderRow(write.change().after(), o)));
    }
    return new HashSet<>(
        ColumnArrays.of(rows)
            .uuid(r -> r.order().actionId())
            .uuid(r -> r.ordering().id())
            .text(r -> EnumCodes.of(r.order().action()))
            .text(r -> r.order().by())
            .time(r -> now)
            .time(r -> seenAt(r.ordering(), now))
            .text(r -> r.order().hold().isPresent() ? "held" : "ordered")
            .text(r -> EnumCodes.of(CaseEvents.urgency(r.ordering(), r.order())))
            .query(
                connection,
                """
                insert into ordered_action (action_id, case_id, action, state, ordered_by, ordered_at,
                  seen_at, urgency)
                select action_id, case_id, action, state, ordered_by, ordered_at, seen_at, urgency
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                  as o(action_id, case_id, action, ordered_by, ordered_at, seen_at, state, urgency)
                on conflict do nothing returning action_id
                """,
                row -> row.getObject("action_id", UUID.class)));
  }

  /**
   * Returns when the cause of an order was read: the comment, or the report that others showed it.
   */
  private static Instant seenAt(Case ordering, Instant now) {
    return ordering.disagreement().hiddenAgain() ? now : ordering.verdict().seenAt();
  }

  /**
   * Opens escalations, which wait for an answer.
   *
   * @return the new ids: what has been told is not told again
   */
  private Set<UUID> openEscalations(List<CaseWrite> writes, Instant now) throws SQLException {
    List<CaseWrite> escalated =
        writes.stream().filter(e -> e.change().escalation().isPresent()).toList();
    return new HashSet<>(
        ColumnArrays.of(escalated)
            .uuid(e -> e.change().escalation().orElseThrow().escalationId())
            .uuid(e -> e.change().after().id())
            .text(e -> e.change().escalation().orElseThrow().clause().id())
            .text(e -> e.change().escalation().orElseThrow().category())
            .time(e -> now)
            .query(
                connection,
                """
            insert into escalation_state (escalation_id, case_id, clause, category, raised_at, state_at)
            select escalation_id, case_id, clause, category, at, at
            from unnest(?, ?, ?, ?, ?) as e(escalation_id, case_id, clause, category, at)
            on conflict (escalation_id) do nothing
            returning escalation_id
            """,
                row -> row.getObject("escalation_id", UUID.class)));
  }

  private void writeStrikes(List<CaseWrite> writes, Instant now) throws SQLException {
    Map<UUID, CaseWrite> counted = new LinkedHashMap<>();
    Map<UUID, CaseWrite> voided = new LinkedHashMap<>();
    for (CaseWrite write : writes) {
      UUID id = write.change().after().id();
      if (write.change().strike() == Strike.COUNTED) {
        counted.put(id, write);
        voided.remove(id);
      } else if (write.change().strike() == Strike.VOIDED) {
        voided.put(id, write);
        counted.remove(id);
      }
    }
    ColumnArrays.of(counted.values())
        .uuid(e -> e.change().after().id())
        .text(e -> e.change().after().comment().account())
        .text(CaseWrite::authorKey)
        .text(e -> e.change().strikeClause())
        .time(e -> now)
        .execute(
            connection,
            """
            insert into strike (case_id, account, author_key, clause, at)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (case_id) do update set clause = excluded.clause, voided_at = null
            """);
    ColumnArrays.of(voided.values())
        .uuid(e -> e.change().after().id())
        .execute(
            connection,
            "update strike set voided_at = now() where case_id = any(?) and voided_at is null");
  }

  private void publish(
      List<CaseWrite> writes, Set<UUID> newOrders, Set<UUID> newEscalations, Instant now)
      throws SQLException {
    List<Outbox.Entry> outgoing = new ArrayList<>();
    List<HeldOrders.Held> held = new ArrayList<>();
    for (CaseWrite write : writes) {
      CaseChange change = write.change();
      CommentRef ref =
          new CommentRef(
              write.platform(), change.after().comment().account(), change.after().comment().id());
      for (Order order : change.orders()) {
        if (!newOrders.contains(order.actionId())) {
          continue;
        }
        ActionOrdered event = CaseEvents.order(write, order, ref, now);
        order
            .hold()
            .ifPresentOrElse(
                hold -> held.add(new HeldOrders.Held(event, hold, write.traceparent())),
                () ->
                    outgoing.add(
                        new Outbox.Entry(
                            Topic.ACTIONS.topicName(), ref.key(), event, write.traceparent())));
      }
      change
          .escalation()
          .filter(escalation -> newEscalations.contains(escalation.escalationId()))
          .map(escalation -> CaseEvents.escalation(write, escalation, ref, now))
          .ifPresent(
              event ->
                  outgoing.add(
                      new Outbox.Entry(
                          Topic.ESCALATIONS.topicName(), event.key(), event, write.traceparent())));
    }
    Outbox.addAll(transaction, outgoing);
    HeldOrders waiting = new HeldOrders(transaction);
    waiting.hold(held, sealWait);
    waiting.releaseSealed(
        held.stream()
            .map(order -> order.hold().escalationId())
            .filter(escalation -> !newEscalations.contains(escalation))
            .toList(),
        now);
  }
}

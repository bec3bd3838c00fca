package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Hold;
import hallmonitor.moderation.casework.OnSeal;
import hallmonitor.moderation.store.ColumnArrays;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Orders that wait until their evidence is sealed. A wait ends by locking the case and then
 * deleting the row, so that an order is sent once.
 */
public final class HeldOrders {
  /** An order to store. */
  record Held(ActionOrdered order, Hold hold, Optional<String> traceparent) {}

  private record Waiting(UUID actionId, UUID caseId, UUID escalationId) {}

  private record Taken(ActionOrdered order, Optional<String> traceparent) {}

  private final Handle transaction;

  public HeldOrders(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Stores orders.
   *
   * @param wait longest wait from now, by the database's clock
   */
  void hold(List<Held> orders, Duration wait) throws SQLException {
    ColumnArrays.of(orders)
        .uuid(h -> h.order().actionId())
        .uuid(h -> h.order().caseId())
        .uuid(h -> h.hold().escalationId())
        .text(h -> wait.toString())
        .text(h -> new String(EventJson.write(h.order()), StandardCharsets.UTF_8))
        .text(h -> h.traceparent().orElse(null))
        .execute(
            transaction.getConnection(),
            """
            insert into held_action (action_id, case_id, escalation_id, release_at, payload, traceparent)
            select action_id, case_id, escalation_id, clock_timestamp() + wait::interval,
              convert_to(payload, 'UTF8'), traceparent
            from unnest(?, ?, ?, ?, ?, ?)
              as h(action_id, case_id, escalation_id, wait, payload, traceparent)
            """);
  }

  /** Sends the orders that wait for the evidence of an earlier escalation, if it is sealed. */
  void releaseSealed(List<UUID> escalations, Instant now) throws SQLException {
    sealed(
        ColumnArrays.of(escalations)
            .uuid(id -> id)
            .query(
                transaction.getConnection(),
                "select capture_id, case_id, sequence, hash, at from evidence_seal where capture_id = any(?)",
                row ->
                    new EvidenceSealed(
                        row.getObject("capture_id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getLong("sequence"),
                        row.getString("hash"),
                        row.getTimestamp("at").toInstant())),
        now);
  }

  /**
   * Sends the orders that have their evidence sealed. Their cases must be locked.
   *
   * @return how many were sent
   */
  public int sealed(List<EvidenceSealed> seals, Instant now) throws SQLException {
    Map<UUID, Long> sequences = new HashMap<>();
    seals.forEach(s -> sequences.putIfAbsent(s.escalationId(), s.sequence()));
    List<Waiting> waiting =
        ColumnArrays.of(sequences.keySet())
            .uuid(id -> id)
            .query(
                transaction.getConnection(),
                """
                select action_id, case_id, escalation_id
                from held_action
                where escalation_id = any(?)
                order by case_id
                """,
                HeldOrders::waiting);
    return release(
        waiting,
        (held, w) ->
            OnSeal.sealed(
                held,
                w.actionId(),
                Objects.requireNonNull(
                    sequences.get(w.escalationId()), "only these were asked for")),
        now);
  }

  /**
   * Returns the cases with orders that have waited too long.
   *
   * @param wait their longest wait
   */
  public List<UUID> overdue(Duration wait) {
    // A clock that was set back must not add more than one wait.
    transaction.execute(
        """
        update held_action
        set release_at = clock_timestamp() + ?::interval
        where release_at > clock_timestamp() + ?::interval
        """,
        wait.toString(),
        wait.toString());
    return transaction
        .createQuery(
            """
            select distinct case_id
            from held_action
            where release_at <= clock_timestamp()
            order by case_id
            """)
        .mapTo(UUID.class)
        .list();
  }

  /**
   * Sends a case's overdue orders; none if another transaction works on the case.
   *
   * @param wait their longest wait
   * @return how many were sent
   */
  public int releaseOverdue(UUID caseId, Duration wait, Instant now) throws SQLException {
    Optional<UUID> locked =
        transaction
            .select(
                "select case_id from review_case where case_id = ? for update skip locked", caseId)
            .mapTo(UUID.class)
            .findOne();
    if (locked.isEmpty()) {
      return 0;
    }
    List<Waiting> waiting =
        ColumnArrays.of(List.of(caseId))
            .uuid(id -> id)
            .query(
                transaction.getConnection(),
                """
                select action_id, case_id, escalation_id
                from held_action
                where case_id = any(?)
                  and release_at <= clock_timestamp()
                """,
                HeldOrders::waiting);
    return release(waiting, (held, w) -> OnSeal.waitedTooLong(held, w.actionId(), wait), now);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("action_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("escalation_id", UUID.class));
  }

  private int release(
      List<Waiting> waiting, BiFunction<Case, Waiting, CaseChange> ending, Instant now)
      throws SQLException {
    if (waiting.isEmpty()) {
      return 0;
    }
    CaseTable table = new CaseTable(transaction.getConnection());
    Map<UUID, Case> cases = new HashMap<>();
    table
        .lockByIds(waiting.stream().map(Waiting::caseId).distinct().toList())
        .forEach(c -> cases.put(c.id(), c));
    List<CaseChange> changes = new ArrayList<>();
    for (Waiting held : waiting) {
      CaseChange change = ending.apply(cases.get(held.caseId()), held);
      cases.put(held.caseId(), change.after());
      changes.add(change);
    }
    table.put(cases.values());
    new CaseHistory(transaction).add(changes.stream().map(CaseHistory.Addition::of).toList());
    return settle(changes, now);
  }

  /**
   * Publishes the orders that these changes release and drops those that they cancel.
   *
   * @param now time of the sent orders
   * @return how many were sent
   */
  public int settle(Collection<CaseChange> changes, Instant now) throws SQLException {
    Map<Fate, List<UUID>> fates = new HashMap<>();
    changes.stream()
        .flatMap(c -> c.settled().stream())
        .forEach(s -> fates.computeIfAbsent(s.fate(), f -> new ArrayList<>()).add(s.actionId()));
    take(fates.getOrDefault(Fate.CANCELLED, List.of()), "cancelled", null);
    List<Taken> released = take(fates.getOrDefault(Fate.RELEASED, List.of()), "ordered", now);
    Outbox.addAll(
        transaction,
        released.stream()
            .map(
                t ->
                    new Outbox.Entry(
                        Topic.ACTIONS.topicName(),
                        t.order().comment().key(),
                        t.order().at(now),
                        t.traceparent()))
            .toList());
    return released.size();
  }

  /** The transaction that deletes a row decides the fate of its order. */
  private List<Taken> take(List<UUID> actions, String state, @Nullable Instant orderedAt)
      throws SQLException {
    List<Taken> taken =
        ColumnArrays.of(actions)
            .uuid(id -> id)
            .query(
                transaction.getConnection(),
                "delete from held_action where action_id = any(?) returning payload, traceparent",
                row ->
                    new Taken(
                        EventJson.read(row.getBytes("payload"), ActionOrdered.class),
                        Optional.ofNullable(row.getString("traceparent"))));
    ColumnArrays.of(taken)
        .uuid(t -> t.order().actionId())
        .text(t -> state)
        .time(t -> orderedAt)
        .execute(
            transaction.getConnection(),
            """
            update ordered_action set state = n.state, ordered_at = coalesce(n.at, ordered_at),
              done_at = case when n.state = 'cancelled' then clock_timestamp() end
            from unnest(?, ?, ?) as n(id, state, at) where action_id = n.id
            """);
    return taken;
  }
}

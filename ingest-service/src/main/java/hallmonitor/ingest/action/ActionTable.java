package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.account.Tenure;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.messaging.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The orders in PostgreSQL. Each state change is committed together with the events that report it.
 * {@link ActionQueue} hands them out.
 */
public final class ActionTable {
  private final Jdbi database;

  public ActionTable(Jdbi database) {
    this.database = database;
  }

  ActionQueue queue(String account, Tenure tenure) {
    return new ActionQueue(database, account, tenure);
  }

  /** An order as received from Kafka. */
  record ReceivedAction(ActionOrdered order, byte[] payload, Optional<String> traceparent) {}

  /** An order that gets its result published again. */
  public record DoneAction(ActionResult result, Optional<String> traceparent) {}

  /** An order with an account that is gone. */
  public record StrandedAction(ActionOrdered ordered, Optional<String> traceparent) {}

  /** Stores new orders; for one that is done already, only its result is published again. */
  void receive(List<ReceivedAction> orders) {
    database.useTransaction(
        transaction -> {
          var insert =
              transaction.prepareBatch(
                  """
                  insert into action (action_id, account, comment_id, ordered, traceparent, urgency)
                  values (?, ?, ?, ?, ?, ?)
                  on conflict (action_id) do nothing
                  """);
          for (ReceivedAction one : orders) {
            insert
                .bind(0, one.order().actionId())
                .bind(1, one.order().comment().account())
                .bind(2, one.order().comment().id())
                .bind(3, one.payload())
                .bind(4, one.traceparent().orElse(null))
                .bind(5, ActionQueue.rank(one.order().urgency()))
                .add();
          }
          insert.execute();
          hurryEarlier(transaction, orders);
          publishAgain(transaction, orders);
        });
  }

  /**
   * Raises the urgency of earlier orders on the same comment to that of the new order, which waits
   * for them: a comment's orders run in the order of their arrival.
   */
  private static void hurryEarlier(Handle transaction, List<ReceivedAction> orders) {
    transaction
        .createUpdate(
            """
            update action e
            set urgency = n.urgency
            from (
              select account, comment_id, max(sequence) as sequence, min(urgency) as urgency
              from action
              where action_id = any(:ids)
                and state <> 'done'
              group by account, comment_id) n
            where e.account = n.account
              and e.comment_id = n.comment_id
              and e.state <> 'done'
              and e.sequence < n.sequence
              and e.urgency > n.urgency
            """)
        .bindArray("ids", UUID.class, ids(orders))
        .execute();
  }

  private static Object[] ids(List<ReceivedAction> orders) {
    return orders.stream().map(o -> o.order().actionId()).toArray();
  }

  private static void publishAgain(Handle transaction, List<ReceivedAction> orders) {
    List<Outbox.Entry> entries =
        transaction
            .createQuery(
                """
                select result, traceparent
                from action
                where action_id = any(:ids)
                  and state = 'done'
                order by sequence
                """)
            .bindArray("ids", UUID.class, ids(orders))
            .registerColumnMapper(ActionResult.class, JsonColumn.of(ActionResult.class))
            .map(ConstructorMapper.of(DoneAction.class))
            .map(done -> entry(done.result(), done.traceparent()))
            .list();
    Outbox.addAll(transaction, entries);
  }

  /**
   * Reports once that an account's orders wait for the account to return.
   *
   * @param sentence why, and what to do
   * @return whether anything was added to the outbox
   */
  public boolean report(String account, String sentence, Instant now) {
    return database.inTransaction(
        h -> {
          List<Outbox.Entry> reports =
              h.createQuery(
                      """
                      update action
                      set trouble = 'NoAccount'
                      where account = ?
                        and state = 'pending'
                        and trouble is distinct from 'NoAccount'
                      returning ordered, traceparent
                      """)
                  .bind(0, account)
                  .registerColumnMapper(ActionOrdered.class, JsonColumn.of(ActionOrdered.class))
                  .map(ConstructorMapper.of(StrandedAction.class))
                  .map(
                      one ->
                          entry(
                              ActionAttempt.failed(one.ordered(), Why.RETRYING, sentence, now),
                              one.traceparent()))
                  .list();
          Outbox.addAll(h, reports);
          return !reports.isEmpty();
        });
  }

  /**
   * Stores the result of an attempt.
   *
   * @return false if another owner has the order in hand since; the result is not stored then,
   *     because that owner asks the platform
   */
  boolean done(PendingAction pending, ActionResult result) {
    return database.inTransaction(
        t -> {
          boolean ours =
              t.execute(
                      """
                      update action
                      set state = 'done', result = ?, done_at = now()
                      where action_id = ? and state = 'attempting' and token = ?
                      """,
                      EventJson.write(result),
                      pending.order().actionId(),
                      pending.token())
                  == 1;
          if (ours) {
            Outbox.addAll(t, List.of(entry(result, pending.traceparent())));
          }
          return ours;
        });
  }

  /** Has an order tried again; nothing if another owner has it in hand since. */
  void again(PendingAction pending, AttemptOutcome.Again again, Instant now) {
    database.useTransaction(
        t -> {
          int ours =
              t.createUpdate(
                      """
                      update action
                      set state = 'pending', doubtful = :doubtful, failures = failures + 1, trouble = :trouble,
                        next_attempt_at = :at
                      where action_id = :id and state = 'attempting' and token = :token
                      """)
                  .bind("doubtful", again.doubtful())
                  .bind("trouble", again.trouble())
                  .bind("at", java.sql.Timestamp.from(now.plus(again.delay())))
                  .bind("id", pending.order().actionId())
                  .bind("token", pending.token())
                  .execute();
          if (ours == 1) {
            again
                .report()
                .ifPresent(r -> Outbox.addAll(t, List.of(entry(r, pending.traceparent()))));
          }
        });
  }

  /** Returns the number of unfinished orders by account. */
  public Map<String, Integer> undone() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select account, count(*)
                    from action
                    where state <> 'done'
                    group by account
                    """)
                .setMapKeyColumn("account")
                .setMapValueColumn("count")
                .collectInto(new GenericType<Map<String, Integer>>() {}));
  }

  private static Outbox.Entry entry(ActionResult result, Optional<String> traceparent) {
    return new Outbox.Entry(Topic.ACTION_RESULTS.topicName(), result.key(), result, traceparent);
  }
}

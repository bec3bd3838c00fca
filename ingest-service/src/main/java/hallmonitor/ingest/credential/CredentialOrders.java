package hallmonitor.ingest.credential;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.JsonColumn;
import hallmonitor.messaging.Outbox;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Orders about credentials, in the table credential_order. One that is done keeps no content. */
final class CredentialOrders {
  private final Jdbi database;

  CredentialOrders(Jdbi database) {
    this.database = database;
  }

  /** Stores new orders; for one that is done already, only its result is published again. */
  void receive(List<CredentialOrder> orders) {
    database.useTransaction(
        t -> {
          for (CredentialOrder order : orders) {
            int added =
                t.execute(
                    """
                    insert into credential_order (order_id, account, ordered)
                    values (?, ?, ?) on conflict (order_id) do nothing
                    """,
                    order.orderId(),
                    order.place().account(),
                    EventJson.write(order));
            if (added == 0) {
              result(t, order).ifPresent(result -> publish(t, result));
            }
          }
        });
  }

  private static Optional<CredentialResult> result(Handle t, CredentialOrder order) {
    return t.select(
            "select result from credential_order where order_id = ? and done_at is not null",
            order.orderId())
        .map(JsonColumn.of(CredentialResult.class))
        .findOne();
  }

  private static void publish(Handle t, CredentialResult result) {
    Outbox.add(t, Topic.CREDENTIAL_RESULTS.topicName(), result.key(), result);
  }

  /**
   * Carries out the oldest order that no other instance is at, and publishes its result, all in one
   * transaction.
   *
   * @return whether there was one
   */
  boolean next(BiFunction<Handle, CredentialOrder, CredentialResult> work) {
    return database.inTransaction(
        t -> {
          Optional<CredentialOrder> order =
              t.select(
                      """
                      select ordered from credential_order where done_at is null
                      order by sequence limit 1 for update skip locked
                      """)
                  .map(JsonColumn.of(CredentialOrder.class))
                  .findOne();
          order.ifPresent(one -> done(t, work.apply(t, one)));
          return order.isPresent();
        });
  }

  private static void done(Handle t, CredentialResult result) {
    t.execute(
        """
        update credential_order
        set done_at = clock_timestamp(), result = ?, ordered = null
        where order_id = ?
        """,
        EventJson.write(result),
        result.orderId());
    publish(t, result);
  }
}

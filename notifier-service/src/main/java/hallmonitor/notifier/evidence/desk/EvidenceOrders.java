package hallmonitor.notifier.evidence.desk;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EvidenceOrder;
import hallmonitor.contract.event.EvidenceOrder.UploadedPart;
import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.parcel.ParcelKey;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterator;

/** The orders about the evidence, with the files that people uploaded for them. */
final class EvidenceOrders {
  /**
   * An order that was begun.
   *
   * @param content the order as JSON
   * @param tries how often it was begun, this time included
   */
  public record Begun(UUID orderId, byte[] content, int tries) {
    EvidenceOrder order() {
      return EventJson.read(content, EvidenceOrder.class);
    }
  }

  private static final int PARTS_AT_ONCE = 4;

  private EvidenceOrders() {}

  /** Stores an order, or a part of a file; one that is known changes nothing. */
  static void take(Handle transaction, EvidenceOrder order) {
    if (order instanceof UploadedPart part) {
      transaction.execute(
          """
          insert into evidence_upload (order_id, number, sealed)
          select ?, ?, ? where not exists (
            select from evidence_order where order_id = ? and done_at is not null)
          on conflict do nothing
          """,
          part.orderId(),
          part.number(),
          part.sealed(),
          part.orderId());
      return;
    }
    transaction.execute(
        "insert into evidence_order (order_id, content) values (?, ?) on conflict do nothing",
        order.orderId(),
        EventJson.write(order));
  }

  /**
   * Counts that the oldest waiting order is begun, in a transaction of its own: it stays counted if
   * the process ends in the middle.
   */
  static Optional<Begun> begin(Handle transaction) {
    return transaction
        .createQuery(
            """
            update evidence_order set tries = tries + 1
            where order_id = (
              select order_id from evidence_order where done_at is null
              order by arrived limit 1 for update skip locked)
            returning order_id, content, tries
            """)
        .map(ConstructorMapper.of(Begun.class))
        .findOne();
  }

  /** Locks an order until the transaction ends; false if another instance has it or did it. */
  static boolean lock(Handle transaction, UUID orderId) {
    return transaction
        .createQuery(
            """
            select order_id from evidence_order
            where order_id = :id and done_at is null for update skip locked
            """)
        .bind("id", orderId)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /** Removes what an order carried, and keeps that it was carried out. */
  static void done(Handle transaction, UUID orderId) {
    transaction.execute(
        """
        update evidence_order set done_at = clock_timestamp(), content = null where order_id = ?
        """,
        orderId);
    transaction.execute("delete from evidence_upload where order_id = ?", orderId);
  }

  /** Returns how many parts of an uploaded file have arrived. */
  static int uploaded(Handle handle, UUID orderId) {
    return handle
        .createQuery("select count(*) from evidence_upload where order_id = :id")
        .bind("id", orderId)
        .mapTo(Integer.class)
        .one();
  }

  /** Returns the parts of an uploaded file, in order, a few at a time; to be closed. */
  static ResultIterator<String> upload(Handle transaction, UUID orderId) {
    return transaction
        .createQuery("select sealed from evidence_upload where order_id = :id order by number")
        .setFetchSize(PARTS_AT_ONCE)
        .bind("id", orderId)
        .mapTo(String.class)
        .iterator();
  }

  /** Does not count a try that ended with the service. */
  static void notTried(Handle handle, UUID orderId) {
    handle.execute("update evidence_order set tries = tries - 1 where order_id = ?", orderId);
  }

  /**
   * Takes the desk for this session, so that no other instance carries out orders meanwhile; false
   * if one has it. Held without a transaction, because a verification may take long.
   */
  static boolean takeDesk(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_lock(hashtext('evidence desk'))")
        .mapTo(Boolean.class)
        .one();
  }

  static void leaveDesk(Handle handle) {
    handle
        .createQuery("select pg_advisory_unlock(hashtext('evidence desk'))")
        .mapTo(Boolean.class)
        .one();
  }

  /** Removes files that were uploaded and never ordered to be verified. */
  static void forgetAbandoned(Handle handle) {
    handle.execute(
        """
        delete from evidence_upload u where at < clock_timestamp() - interval '1 hour'
          and not exists (select from evidence_order o where o.order_id = u.order_id)
        """);
  }

  /** Returns the key that opens what the console hands over; makes it when first needed. */
  static ParcelKey reception(Handle transaction) {
    return kept(transaction)
        .orElseGet(
            () -> {
              transaction.execute(
                  "insert into evidence_reception (key) values (?) on conflict do nothing",
                  ParcelKey.create());
              return kept(transaction).orElseThrow();
            });
  }

  private static Optional<ParcelKey> kept(Handle transaction) {
    return transaction
        .createQuery("select key from evidence_reception")
        .mapTo(String.class)
        .findOne()
        .map(ParcelKey::new);
  }

  /** Queues an answer for publishing. */
  static void answer(Handle transaction, EvidenceResult result) {
    Outbox.add(transaction, Topic.EVIDENCE_RESULTS.topicName(), result.key(), result);
  }
}

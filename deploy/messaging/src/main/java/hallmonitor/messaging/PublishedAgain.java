package hallmonitor.messaging;

import hallmonitor.contract.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Events that an {@link OutboxRelay} kept and that are published again, because nothing came of
 * them. They carry a header, so that a reader that knows such an event says again what came of it:
 * its answer may be what was lost.
 */
public final class PublishedAgain {
  private static final long ANSWER_SECONDS = 10;
  private static final String HEADER = "hallmonitor-again";

  private PublishedAgain() {}

  /** Returns whether a record was published again, because nothing came of it. */
  public static boolean isOne(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(HEADER) != null;
  }

  /**
   * Publishes events again and counts that. Returns when the broker has them.
   *
   * @param ids of rows in {@code outbox_published}, which the caller has locked
   * @return how many
   * @throws TimeoutException if the brokers do not answer within ten seconds
   */
  public static int publish(Handle transaction, Producer<byte[], byte[]> producer, List<Long> ids)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<OutboxRelay.Row> rows =
        transaction
            .createQuery(
                """
                select id, topic, key, payload, traceparent
                from outbox_published
                where id = any(:ids)
                order by id
                """)
            .bindArray("ids", Long.class, ids.toArray())
            .map(ConstructorMapper.of(OutboxRelay.Row.class))
            .list();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (OutboxRelay.Row row : rows) {
      ProducerRecord<byte[], byte[]> record = row.record();
      record.headers().add(HEADER, new byte[0]);
      sent.add(producer.send(record));
    }
    for (Future<RecordMetadata> one : sent) {
      one.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }
    transaction
        .createUpdate(
            "update outbox_published set again = again + 1, again_at = now() where id = any(:ids)")
        .bindArray("ids", Long.class, ids.toArray())
        .execute();
    return rows.size();
  }

  /**
   * Puts what was published under a key back into the outbox, in its order: an answer to an event
   * that came again.
   */
  public static void answer(Handle transaction, Topic topic, String key) {
    transaction
        .createUpdate(
            """
            with said as (
              delete from outbox_published
              where topic = :topic and key = :key
              returning id, topic, key, payload, traceparent)
            insert into outbox (topic, key, payload, traceparent)
            select topic, key, payload, traceparent from said order by id
            """)
        .bind("topic", topic.topicName())
        .bind("key", key)
        .execute();
  }
}

package hallmonitor.moderation.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The dead letters of all services, kept for a person to replay or discard. */
public final class DeadLetterStore {
  /**
   * A dead letter.
   *
   * @param origin its original topic
   * @param key may be null, like the payload
   * @param open whether no one has replayed or discarded it yet
   */
  public record DeadLetter(long id, String origin, byte[] key, byte[] payload, boolean open) {}

  private DeadLetterStore() {}

  /**
   * Adds letters.
   *
   * @return how many were new
   */
  public static int add(Handle transaction, List<ConsumerRecord<byte[], byte[]>> records) {
    int added = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      added +=
          transaction
              .createUpdate(
                  """
                  insert into dead_letter (dlq_topic, partition, position, origin, consumer, key,
                    payload, error, at)
                  values (:topic, :partition, :position, :origin, :consumer, :key, :payload, :error,
                    :at)
                  on conflict do nothing
                  """)
              .bind("topic", record.topic())
              .bind("partition", record.partition())
              .bind("position", record.offset())
              .bind("origin", origin(record))
              .bind("consumer", header(record, DeadLetters.CONSUMER).orElse(""))
              .bind("key", record.key())
              .bind("payload", record.value())
              .bind("error", header(record, DeadLetters.ERROR).orElse("It came without an error."))
              .bind("at", at(record))
              .execute();
    }
    return added;
  }

  /**
   * Adds a letter that cannot be stored as it is, so that a person learns of it.
   *
   * @param why in words
   */
  public static void addWithoutContent(
      Handle transaction, ConsumerRecord<byte[], byte[]> record, String why) {
    transaction
        .createUpdate(
            """
            insert into dead_letter (dlq_topic, partition, position, origin, consumer, error, at)
            values (:topic, :partition, :position, :origin, '', :error, :at)
            on conflict do nothing
            """)
        .bind("topic", record.topic())
        .bind("partition", record.partition())
        .bind("position", record.offset())
        .bind("origin", origin(record))
        .bind("error", "It cannot be stored here, only in Kafka: " + why)
        .bind("at", at(record))
        .execute();
  }

  /**
   * By the topic that it came in, and not by what it says of itself: a service may write only into
   * the dead letters of what it reads, so a record that it forges goes back to itself alone.
   */
  private static String origin(ConsumerRecord<byte[], byte[]> record) {
    return record.topic().replaceFirst("\\.dlq$", "");
  }

  /** Not now: a record that comes again is the same letter. */
  private static Instant at(ConsumerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8).replace('\0', '\uFFFD'));
  }

  /** Locks it until the transaction ends, so that two people cannot replay it twice. */
  public static Optional<DeadLetter> lock(Handle transaction, long id) {
    return transaction
        .createQuery(
            """
            select id, origin, key, payload, state = 'open' as open
            from dead_letter
            where id = :id
            for update
            """)
        .bind("id", id)
        .map(ConstructorMapper.of(DeadLetter.class))
        .findOne();
  }

  /**
   * Closes a letter.
   *
   * @param state {@code replayed} or {@code discarded}
   */
  public static void close(Handle transaction, long id, String state, String by) {
    transaction.execute(
        """
        update dead_letter
        set state = ?, handled_by = ?, handled_at = now()
        where id = ?
        """,
        state,
        by,
        id);
  }
}

package hallmonitor.messaging;

import hallmonitor.contract.event.TopicPrefix;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Creates consumers and producers with the settings that every service needs: no loss, and no
 * uncommitted reads.
 */
public final class KafkaClients {
  /**
   * Size limit of an event in bytes. Kafka's default of 1 MiB is less than the longest comment with
   * its raw answer, if every character is escaped. The brokers' {@code message.max.bytes} must be
   * at least as large.
   */
  public static final int LARGEST_EVENT = 8 << 20;

  private KafkaClients() {}

  /**
   * Creates a consumer.
   *
   * @param connection bootstrap servers and, for a cluster, security settings
   * @param group as its service calls it; its name on Kafka begins with the {@link TopicPrefix}
   * @param maxBatch most records per poll
   */
  public static Consumer<byte[], byte[]> consumer(
      Map<String, Object> connection, String group, int maxBatch) {
    return new KafkaConsumer<>(
        consumerConfig(connection, group, maxBatch),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * Creates a consumer that never waits long for partitions that have nothing while others have
   * much. Kafka answers one request of a consumer at a time, and one that asks only for partitions
   * without records is answered after half a second; what was then read from the others is not
   * asked for again before. It costs the broker ten requests a second while nothing comes.
   */
  public static Consumer<byte[], byte[]> promptConsumer(
      Map<String, Object> connection, String group, int maxBatch) {
    Map<String, Object> config = consumerConfig(connection, group, maxBatch);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> consumerConfig(
      Map<String, Object> connection, String group, int maxBatch) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, TopicPrefix.ofProcess().of(group));
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxBatch);
    // for small heaps; a single larger record is still delivered
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
    // A killed and restarted service gets its partitions back after this time instead of 45 s.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    return config;
  }

  public static Producer<byte[], byte[]> producer(Map<String, Object> connection) {
    return new KafkaProducer<>(
        producerConfig(connection), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Creates a transactional producer.
   *
   * @param transactionalId has one owner at a time: a newer producer with the same id fences the
   *     older one; its name on Kafka begins with the {@link TopicPrefix}
   */
  public static Producer<byte[], byte[]> transactionalProducer(
      Map<String, Object> connection, String transactionalId) {
    Map<String, Object> config = producerConfig(connection);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TopicPrefix.ofProcess().of(transactionalId));
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> producerConfig(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // If the first batch for a partition is refused while its leader starts and the second is
    // taken, the broker refuses
    // the first until it expires after two minutes, as out of order. So no batch is sent before the
    // one ahead is taken.
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return config;
  }
}

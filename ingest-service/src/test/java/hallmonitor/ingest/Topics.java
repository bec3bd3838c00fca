package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads topics for a test, from beginning to end, committed records only. */
public final class Topics implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> consumer;

  public Topics(String brokers) {
    Map<String, Object> connection = Map.of("bootstrap.servers", brokers);
    producer = KafkaClients.producer(connection);
    consumer = KafkaClients.consumer(connection, "test-" + UUID.randomUUID(), 10_000);
  }

  public <T> List<T> read(Topic topic, Class<T> type) {
    return records(topic.topicName()).stream()
        .filter(r -> r.value() != null)
        .map(r -> EventJson.read(r.value(), type))
        .toList();
  }

  public int count(String topic) {
    return records(topic).size();
  }

  public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      consumer.poll(Duration.ofMillis(50)).forEach(records::add);
    }
    return records;
  }

  public void write(Topic topic, String key, Object event) {
    writeBytes(topic, key, EventJson.write(event));
  }

  public void writeBytes(Topic topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}

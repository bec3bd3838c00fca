package hallmonitor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final String COMMENTS = "hallmonitor.comments.v1";

  /** It warns about a new log, an unknown topic or a closed client. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  @TempDir Path folder;

  @BeforeAll
  static void onlyErrorsOfKafka() {
    KAFKA.setLevel(Level.SEVERE);
  }

  @Test
  void aRestartedBrokerStillHasItsTopicsAndWhatWasAcknowledged() throws Exception {
    try (EmbeddedKafka broker = startBroker()) {
      PipelineTopics.createOn(broker.bootstrapServers());
      send(broker, "kept");
    }
    try (EmbeddedKafka broker = startBroker()) {
      PipelineTopics.createOn(broker.bootstrapServers());
      assertThat(readAll(broker)).containsExactly("kept");
    }
  }

  @Test
  void aTopicIsNeverCreatedByAMisspelledName() throws Exception {
    try (EmbeddedKafka broker = startBroker();
        Admin admin = admin(broker);
        KafkaConsumer<String, String> consumer = consumer(broker)) {
      consumer.subscribe(List.of("hallmonitor.coments.v1"));
      consumer.poll(Duration.ofMillis(300));
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
          .doesNotContain("hallmonitor.coments.v1");
    }
  }

  private EmbeddedKafka startBroker() {
    return EmbeddedKafka.start(folder, FreePorts.one(), FreePorts.one());
  }

  private static Admin admin(EmbeddedKafka broker) {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static void send(EmbeddedKafka broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(COMMENTS, 0, "key", value)).get(10, TimeUnit.SECONDS);
    }
  }

  private static List<String> readAll(EmbeddedKafka broker) {
    try (KafkaConsumer<String, String> consumer = consumer(broker)) {
      TopicPartition partition = new TopicPartition(COMMENTS, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<String> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
            .forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  private static KafkaConsumer<String, String> consumer(EmbeddedKafka broker) {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            "bootstrap.servers", broker.bootstrapServers(), "group.id", "readers"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}

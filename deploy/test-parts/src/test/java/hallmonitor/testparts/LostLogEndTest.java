package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.FreePorts;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.KafkaClients;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut takes the end of the broker's log, and other records take its place. */
class LostLogEndTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String TOPIC = "events";

  @TempDir private Path folder;

  private final int port = FreePorts.one();
  private final int controller = FreePorts.one();
  private final Map<String, Object> connection = Map.of("bootstrap.servers", "127.0.0.1:" + port);
  private final List<String> read = new CopyOnWriteArrayList<>();

  private EmbeddedKafka broker() {
    return EmbeddedKafka.start(folder, port, controller);
  }

  private void send(String... events) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(connection)) {
      for (String event : events) {
        producer.send(new ProducerRecord<>(TOPIC, event.getBytes(UTF_8))).get();
      }
    }
  }

  private BatchReader reader() {
    return new BatchReader(
            "events",
            KafkaClients.consumer(connection, "readers", 100),
            List.of(TOPIC),
            batch -> batch.forEach(record -> read.add(new String(record.value(), UTF_8))),
            (record, why) -> {},
            () -> true)
        .start();
  }

  /** Leaves the first records of the log, and what tells the broker that it was not stopped. */
  private void cutTheLogAfter(int records) throws IOException {
    Path log = folder.resolve(TOPIC + "-0").resolve("00000000000000000000.log");
    try (FileChannel file =
        FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = 0;
      for (int i = 0; i < records; i++) {
        // Each record is a batch: its offset, then the length of the rest.
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        file.read(head, end);
        end += head.capacity() + head.getInt(Long.BYTES);
      }
      assertThat(end).isLessThan(file.size());
      file.truncate(end);
    }
    Files.delete(folder.resolve(".kafka_cleanshutdown"));
  }

  @Test
  void whatIsWrittenInPlaceOfLostRecordsIsReadThoughTheLogIsAsLongAsBefore() throws Exception {
    try (EmbeddedKafka broker = broker()) {
      try (Admin admin = Admin.create(connection)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      }
      send("1", "2", "3", "4", "5");
      try (BatchReader reader = reader()) {
        await().atMost(SOON).until(() -> read.size() == 5);
      }
    }
    read.clear();
    cutTheLogAfter(3);

    try (EmbeddedKafka broker = broker()) {
      send("other 4", "other 5", "6", "7");
      try (BatchReader reader = reader()) {
        await().atMost(SOON).until(() -> read.contains("7"));
        assertThat(read).containsExactly("other 4", "other 5", "6", "7");
      }
    }
  }
}

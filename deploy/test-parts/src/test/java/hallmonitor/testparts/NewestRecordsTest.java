package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader of the newest records, on a real broker. */
class NewestRecordsTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int NEWEST = 50;

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Producer<byte[], byte[]> producer = KafkaClients.producer(broker);
  private final String topic = "newest-test-" + UUID.randomUUID();
  private final String group = "newest-" + UUID.randomUUID();
  private final List<Long> read = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeTopic() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  @Test
  void ofThoseThatWaitItReadsTheNewestAndThenAllThatFollow() {
    send(2_000);
    try (BatchReader reader = reader(batch -> {})) {
      awaitRead(1_950, 2_000);
      send(10);

      awaitRead(1_950, 2_010);
      assertThat(reader.fault()).isEmpty();
    }
  }

  @Test
  void whatCameWhileItWorkedIsPassedOverButForTheNewest() {
    send(10);
    CountDownLatch works = new CountDownLatch(1);
    try (BatchReader reader = reader(batch -> works.await())) {
      await().atMost(SOON).until(() -> read.size() == 10);
      send(2_000);
      works.countDown();

      await().atMost(SOON).until(() -> read.contains(2_009L));
      assertThat(read).contains(1_960L).doesNotContain(1_959L);
      assertThat(reader.fault()).isEmpty();
    }
  }

  @Test
  void afterARestartItGoesOnWithTheNewest() {
    send(10);
    reader(batch -> {}).close();
    try (BatchReader reader = reader(batch -> {})) {
      awaitRead(0, 10);
      assertThat(reader.alive()).isTrue();
    }
    send(2_000);
    read.clear();
    try (BatchReader reader = reader(batch -> {})) {
      awaitRead(1_960, 2_010);
      assertThat(reader.fault()).isEmpty();
    }
  }

  private void awaitRead(long from, long to) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(read).containsExactlyElementsOf(offsets(from, to)));
  }

  private static List<Long> offsets(long from, long to) {
    return LongStream.range(from, to).boxed().toList();
  }

  private void send(int records) {
    for (int i = 0; i < records; i++) {
      producer.send(new ProducerRecord<>(topic, new byte[] {1}));
    }
    producer.flush();
  }

  private BatchReader reader(BatchReader.Handler then) {
    return new BatchReader(
            "newest",
            KafkaClients.consumer(broker, group, 500),
            List.of(topic),
            batch -> {
              batch.forEach(record -> read.add(record.offset()));
              then.handle(batch);
            },
            (record, why) -> {},
            () -> true)
        .newest(NEWEST)
        .start();
  }
}

package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
  private static final TopicPartition PARTITION = new TopicPartition("t.v1", 0);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private BatchReader reader;

  @AfterEach
  void stop() {
    reader.close();
  }

  @Test
  void aPoisonRecordGoesAsideAndItsNeighborsAreHandled() {
    start(
        batch -> {
          for (ConsumerRecord<byte[], byte[]> record : batch) {
            if (text(record).equals("poison")) {
              throw new BatchReader.Unusable("cannot be used", null);
            }
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "poison",
        "b");

    await().untilAsserted(() -> assertThat(handled).containsExactly("a", "b"));
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    assertThat(broker.history()).hasSize(1);
  }

  @Test
  void aRecordThatOverflowsTheStackGoesAsideAndReadingGoesOn() {
    start(
        batch -> {
          if (batch.stream().anyMatch(record -> text(record).equals("deep"))) {
            throw new StackOverflowError();
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "deep",
        "b");

    await().untilAsserted(() -> assertThat(handled).containsExactly("a", "b"));
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    assertThat(broker.history()).hasSize(1);
    assertThat(reader.alive()).isTrue();
  }

  @Test
  void aRowThatTheDatabaseRefusesGoesAsideWithoutItsText() {
    start(
        batch -> {
          if (batch.stream().anyMatch(record -> text(record).equals("refused"))) {
            throw new RuntimeException(
                new java.sql.SQLException("invalid value: \"a secret\"", "22021"));
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "refused");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a");
    String error =
        new String(broker.history().get(0).headers().lastHeader(DeadLetters.ERROR).value(), UTF_8);
    assertThat(error).contains("22021").doesNotContain("secret");
  }

  @Test
  void whatFailsForAnotherCauseIsTriedAgainUntilItWorksAndNothingIsPassedOver() {
    AtomicInteger tries = new AtomicInteger();
    start(
        batch -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("the database is down");
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "b");

    await()
        .untilAsserted(
            () -> assertThat(reader.fault().orElse("")).contains("the database is down"));
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a", "b");
    assertThat(broker.history()).isEmpty();
    await().untilAsserted(() -> assertThat(reader.fault()).isEmpty());
  }

  @Test
  void largeRecordsAreHandledFewAtATimeAndAllInOrder() {
    List<Integer> together = new CopyOnWriteArrayList<>();
    String large = "x".repeat(3 << 20);
    start(
        batch -> {
          together.add(batch.size());
          batch.forEach(record -> handled.add(text(record).substring(0, 1)));
        },
        "1" + large,
        "2" + large,
        "3" + large + large + large,
        "4",
        "5");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(5));
    assertThat(handled).containsExactly("1", "2", "3", "4", "5");
    assertThat(together).containsExactly(2, 1, 2);
  }

  private void start(BatchReader.Handler handler, String... texts) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) texts.length));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          redeliver(texts);
        });
    BatchReader.Handler again =
        batch -> {
          try {
            handler.handle(batch);
          } catch (IllegalStateException e) {
            // A MockConsumer forgets records it has delivered; a broker would deliver them again
            // after the rewind.
            consumer.schedulePollTask(() -> redeliver(texts));
            throw e;
          }
        };
    reader =
        new BatchReader("test", consumer, List.of("t.v1"), again, new DeadLetters(broker, "test"))
            .start();
  }

  private void redeliver(String... texts) {
    for (int i = 0; i < texts.length; i++) {
      consumer.addRecord(new ConsumerRecord<>("t.v1", 0, i, new byte[0], texts[i].getBytes(UTF_8)));
    }
  }

  private long committed() {
    var offset = consumer.committed(java.util.Set.of(PARTITION)).get(PARTITION);
    return offset == null ? -1 : offset.offset();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), UTF_8);
  }
}

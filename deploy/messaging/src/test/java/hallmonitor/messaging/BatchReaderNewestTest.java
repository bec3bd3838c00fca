package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader leaves out that only works on the newest records. */
class BatchReaderNewestTest {
  private static final TopicPartition PARTITION = new TopicPartition("t.v1", 0);

  private final AtomicInteger asked = new AtomicInteger();
  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> of) {
          asked.incrementAndGet();
          return super.endOffsets(of);
        }
      };
  private final List<Long> handled = new CopyOnWriteArrayList<>();
  private BatchReader reader;

  @AfterEach
  void stop() {
    reader.close();
  }

  private void start(long end, BatchReader.Handler handler) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, end));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          come(0, 5);
        });
    reader =
        new BatchReader("test", consumer, List.of("t.v1"), handler, (record, why) -> {}, () -> true)
            .newest(2)
            .start();
  }

  private void come(long from, long to) {
    for (long offset = from; offset < to; offset++) {
      consumer.addRecord(
          new ConsumerRecord<>("t.v1", 0, offset, new byte[0], "text".getBytes(UTF_8)));
    }
  }

  private void note(List<ConsumerRecord<byte[], byte[]>> batch) {
    batch.forEach(record -> handled.add(record.offset()));
  }

  @Test
  void whatIsOldIsPassedOver() {
    start(10, this::note);
    consumer.schedulePollTask(() -> {});
    consumer.schedulePollTask(() -> come(8, 10));

    await().untilAsserted(() -> assertThat(handled).containsExactly(8L, 9L));
  }

  @Test
  void whereFewWaitNothingIsLeftOutAndTheBrokerIsNotAsked() {
    start(6, this::note);
    consumer.schedulePollTask(() -> come(5, 6));

    await().untilAsserted(() -> assertThat(handled).containsExactly(0L, 1L, 2L, 3L, 4L, 5L));
    assertThat(asked).hasValue(0);
  }

  /** What the last fetch knew of the end is then as old as the work of the handler. */
  @Test
  void afterLongWorkTheBrokerIsAsked() {
    start(
        6,
        batch -> {
          note(batch);
          Thread.sleep(600);
        });
    consumer.schedulePollTask(() -> come(5, 6));

    await().untilAsserted(() -> assertThat(handled).endsWith(5L));
    assertThat(asked).hasPositiveValue();
  }
}

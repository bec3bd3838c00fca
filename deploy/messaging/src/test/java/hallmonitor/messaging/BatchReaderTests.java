package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;

/** A reader of a topic that a test fills, and the dead letters behind it. */
class BatchReaderTests {
  static final TopicPartition PARTITION = new TopicPartition("t.v1", 0);
  final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  final List<String> handled = new CopyOnWriteArrayList<>();
  OffsetAndMetadata earlier;
  int first;
  Duration oneByOne = Duration.ofSeconds(10);
  final AtomicBoolean healthy = new AtomicBoolean(true);
  BatchReader reader;

  @AfterEach
  void stop() {
    reader.close();
  }

  void start(BatchReader.Handler handler, String... texts) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) texts.length));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          if (earlier != null) {
            consumer.commitSync(Map.of(PARTITION, earlier));
          }
          redeliver(texts);
        });
    BatchReader.Handler again =
        batch -> {
          try {
            handler.handle(batch);
          } catch (IllegalStateException | NullPointerException e) {
            // A MockConsumer forgets records it has delivered; a broker would deliver them again
            // after the rewind.
            consumer.schedulePollTask(() -> redeliver(texts));
            throw e;
          }
        };
    reader =
        new BatchReader(
                "test",
                consumer,
                List.of("t.v1"),
                again,
                new DeadLetters(broker, "test"),
                healthy::get)
            .oneByOne(oneByOne)
            .start();
  }

  void redeliver(String... texts) {
    for (int i = first; i < texts.length; i++) {
      consumer.addRecord(record(i, texts[i]));
    }
  }

  static ConsumerRecord<byte[], byte[]> record(long offset, String text) {
    return new ConsumerRecord<>("t.v1", 0, offset, new byte[0], text.getBytes(UTF_8));
  }

  long committed() {
    var offset = consumer.committed(Set.of(PARTITION)).get(PARTITION);
    return offset == null ? -1 : offset.offset();
  }

  String note() {
    return consumer.committed(Set.of(PARTITION)).get(PARTITION).metadata();
  }

  String error() {
    assertThat(broker.history()).hasSize(1);
    return new String(
        broker.history().get(0).headers().lastHeader(DeadLetters.ERROR).value(), UTF_8);
  }

  static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), UTF_8);
  }
}

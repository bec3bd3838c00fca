package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader gets that asks at most so often. */
class RecordPollsTest {
  private static final TopicPartition PARTITION = new TopicPartition("t.v1", 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Duration> pauses = new ArrayList<>();
  private final RecordPolls polls =
      new RecordPolls(consumer, length -> pauses.add(Duration.ofNanos(length)));
  private int next;

  @BeforeEach
  void assign() {
    consumer.subscribe(List.of("t.v1"));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.rebalance(List.of(PARTITION));
  }

  /** Each comes when the consumer is asked the next time. */
  private void come(String... texts) {
    for (String text : texts) {
      consumer.schedulePollTask(
          () ->
              consumer.addRecord(
                  new ConsumerRecord<>("t.v1", 0, next++, new byte[0], text.getBytes(UTF_8))));
    }
  }

  private List<String> read() throws InterruptedException {
    return polls.next().stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  @Test
  void whatComesAfterARestIsReadAtOnce() throws InterruptedException {
    polls.atMostEvery(Duration.ofNanos(1));
    come("a", "b");
    assertThat(read()).containsExactly("a");
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatComesWhileItWaitsIsReadTogether() throws InterruptedException {
    polls.atMostEvery(Duration.ofHours(1));
    come("a", "b");
    assertThat(read()).containsExactly("a", "b");
  }

  @Test
  void itWaitsForWhatIsLeftOfTheTimeSinceItLastAsked() throws InterruptedException {
    polls.atMostEvery(Duration.ofHours(1));
    come("a");
    read();
    come("b");
    assertThat(read()).containsExactly("b");
    assertThat(pauses)
        .hasSize(2)
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofMinutes(30), Duration.ofHours(1)));
  }

  @Test
  void whatAnotherReaderWasGivenMeanwhileIsLeftToIt() throws InterruptedException {
    polls.atMostEvery(Duration.ofHours(1));
    come("a");
    consumer.schedulePollTask(() -> consumer.rebalance(List.of()));
    assertThat(read()).isEmpty();
  }
}

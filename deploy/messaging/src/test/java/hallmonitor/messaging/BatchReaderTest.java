package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReaderTest {
  private static final TopicPartition PARTITION = new TopicPartition("t.v1", 0);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> handled = new CopyOnWriteArrayList<>();
  private OffsetAndMetadata earlier;
  private int first;
  private Duration oneByOne = Duration.ofSeconds(10);
  private final AtomicBoolean healthy = new AtomicBoolean(true);
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
            throw new RuntimeException(new SQLException("invalid value: \"a secret\"", "22021"));
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "refused");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a");
    assertThat(error()).contains("22021").doesNotContain("secret");
  }

  @Test
  void whatFailsForAnotherCauseIsTriedAgainUntilItWorksAndNothingIsPassedOver() {
    AtomicBoolean down = new AtomicBoolean(true);
    start(
        batch -> {
          if (down.get()) {
            throw new IllegalStateException("the database is down");
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "b");

    await()
        .untilAsserted(
            () -> assertThat(reader.fault().orElse("")).contains("the database is down"));
    down.set(false);
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a", "b");
    assertThat(broker.history()).isEmpty();
    await().untilAsserted(() -> assertThat(reader.fault()).isEmpty());
  }

  @Test
  void aRecordThatOurOwnCodeFailsOnIsTriedSomeTimesAndThenGoesAsideWithoutItsText() {
    AtomicInteger alone = new AtomicInteger();
    start(
        batch -> {
          if (batch.stream().anyMatch(record -> text(record).equals("poison"))) {
            alone.addAndGet(batch.size() == 1 ? 1 : 0);
            throw new NullPointerException("what somebody wrote");
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "poison",
        "b");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    assertThat(handled).contains("a").endsWith("b");
    assertThat(alone).hasValue(BatchReader.MOST_TRIES);
    assertThat(error()).contains("NullPointerException at").doesNotContain("somebody");
    await().untilAsserted(() -> assertThat(reader.fault()).isEmpty());
  }

  @Test
  void whileTheDatabaseIsSickNoRecordIsToBlame() {
    AtomicInteger tries = new AtomicInteger();
    healthy.set(false);
    start(
        batch -> {
          tries.incrementAndGet();
          if (!healthy.get()) {
            throw new IllegalStateException("a pool without connections");
          }
          batch.forEach(record -> handled.add(text(record)));
        },
        "a",
        "b");

    await()
        .untilAsserted(
            () -> assertThat(reader.fault().orElse("")).contains("the database does not answer"));
    assertThat(tries).as("nothing is worked on before there is a database").hasValue(1);
    healthy.set(true);
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a", "b");
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void whatIsWorkedOnIsNotedBeforeAndIsNoLongerAfterwards() {
    List<String> noted = new CopyOnWriteArrayList<>();
    start(batch -> noted.add(note()), "a", "b");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(noted).containsExactly("begun 1 until 1");
    assertThat(note()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, '[2, 2]'", "2, '[1, 1, 2]'"})
  void whatAProcessWasAtWhenItEndedIsHandledApartAndTheNextTimeOneByOne(
      int deaths, String batches) {
    List<Integer> together = new CopyOnWriteArrayList<>();
    earlier = new OffsetAndMetadata(0, "begun " + deaths + " until 1");
    start(batch -> together.add(batch.size()), "a", "b", "c", "d");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(4));
    assertThat(together).hasToString(batches);
  }

  @Test
  void aRecordThatEndedTheProcessThreeTimesAloneGoesAsideUnread() {
    earlier = new OffsetAndMetadata(0, "begun 3 until 1 alone");
    start(batch -> batch.forEach(record -> handled.add(text(record))), "deadly", "a");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(handled).containsExactly("a");
    assertThat(error()).contains("the process ended 3 times");
  }

  @Test
  void aRecordThatCameThroughAloneIsDoneAtOnceAndDoesNotAnswerForTheDeathsOfOthers() {
    List<String> noted = new CopyOnWriteArrayList<>();
    earlier = new OffsetAndMetadata(0, "begun 2 until 1");
    start(batch -> noted.add(committed() + ": " + note()), "a", "b");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(noted).containsExactly("0: begun 3 until 1 alone", "1: begun 3 until 1 alone");
    assertThat(note()).isEmpty();
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void ifTheRecordThatWasAloneIsGoneThoseAfterItDoNotAnswerForIt() {
    List<String> noted = new CopyOnWriteArrayList<>();
    earlier = new OffsetAndMetadata(0, "begun 3 until 2 alone");
    first = 1;
    start(batch -> noted.add(note()), "gone", "a", "b");

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    assertThat(noted).containsExactly("begun 3 until 2 alone", "begun 3 until 2 alone");
    assertThat(broker.history()).isEmpty();
  }

  @Test
  void whileOneRecordIsAloneOtherReadersOfTheProcessWait() {
    List<String> inTurn = new CopyOnWriteArrayList<>();
    MockConsumer<byte[], byte[]> second = new MockConsumer<>("earliest");
    second.assign(List.of(PARTITION));
    WorkMarks others = new WorkMarks(second);
    Thread other =
        new Thread(
            () -> {
              try {
                var batch = List.of(record(0, "other"));
                others.begin(batch);
                inTurn.add("other");
                others.handled(batch);
              } catch (InterruptedException e) {
                inTurn.add("interrupted");
              }
            });
    earlier = new OffsetAndMetadata(0, "begun 2 until 0");
    start(
        batch -> {
          other.start();
          await().until(() -> other.getState() == Thread.State.WAITING);
          inTurn.add("alone");
        },
        "a");

    await().untilAsserted(() -> assertThat(inTurn).containsExactly("alone", "other"));
    assertThat(BatchReader.oneAlone()).isFalse();
  }

  @Test
  void aReaderWithManyRecordsToWorkOnAloneAsksForTheRestAnew() {
    oneByOne = Duration.ZERO;
    earlier = new OffsetAndMetadata(0, "begun 2 until 2");
    List<String> noted = new CopyOnWriteArrayList<>();
    String[] texts = {"a", "b", "c", "d"};
    start(
        batch -> {
          batch.forEach(record -> handled.add(text(record)));
          noted.add(note());
          consumer.schedulePollTask(() -> redeliver(texts));
        },
        texts);

    await().untilAsserted(() -> assertThat(committed()).isEqualTo(4));
    assertThat(handled).containsExactly("a", "b", "c", "d");
    assertThat(noted)
        .containsExactly(
            "begun 3 until 2 alone",
            "begun 3 until 2 alone",
            "begun 3 until 2 alone",
            "begun 1 until 3");
  }

  @Test
  void aFailureOfTheDatabaseIsNotCountedAsADeath() {
    start(
        batch -> {
          throw new IllegalStateException(new SQLException("gone", "57P01"));
        },
        "a");

    await().untilAsserted(() -> assertThat(reader.fault()).isPresent());
    assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION))
        .isEqualTo(new OffsetAndMetadata(0, ""));
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

  private void redeliver(String... texts) {
    for (int i = first; i < texts.length; i++) {
      consumer.addRecord(record(i, texts[i]));
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String text) {
    return new ConsumerRecord<>("t.v1", 0, offset, new byte[0], text.getBytes(UTF_8));
  }

  private long committed() {
    var offset = consumer.committed(Set.of(PARTITION)).get(PARTITION);
    return offset == null ? -1 : offset.offset();
  }

  private String note() {
    return consumer.committed(Set.of(PARTITION)).get(PARTITION).metadata();
  }

  private String error() {
    assertThat(broker.history()).hasSize(1);
    return new String(
        broker.history().get(0).headers().lastHeader(DeadLetters.ERROR).value(), UTF_8);
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), UTF_8);
  }
}

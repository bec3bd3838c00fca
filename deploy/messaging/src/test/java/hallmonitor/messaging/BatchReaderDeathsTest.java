package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests records that were worked on when the process ended. */
class BatchReaderDeathsTest extends BatchReaderTests {
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
  void whileOneRecordIsAloneNothingIsHandledBesideIt() {
    List<String> inTurn = new CopyOnWriteArrayList<>();
    Thread other =
        new Thread(
            () -> {
              try {
                BatchReader.handleBeside(
                    batch -> inTurn.add("beside"), List.of(record(0, "other")));
              } catch (Exception e) {
                inTurn.add("failed");
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

    await().untilAsserted(() -> assertThat(inTurn).containsExactly("alone", "beside"));
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
}

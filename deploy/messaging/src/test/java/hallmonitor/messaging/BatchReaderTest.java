package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests what is handled, tried again, and set aside. */
class BatchReaderTest extends BatchReaderTests {
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
    assertThat(alone).hasValue(BatchTries.MOST_TRIES);
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
}

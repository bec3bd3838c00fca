package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlameTest {
  @ParameterizedTest
  @CsvSource({
    "22021, RECORD", // a character that the database cannot hold
    "23505, RECORD", // a duplicate key
    "54000, RECORD", // a key too long for its index
    "08006, SURROUNDINGS", // the connection broke
    "25006, SURROUNDINGS", // the server became a standby
    "25P03, UNCLEAR", // this process stood still in its transaction, perhaps because of its records
    "40P01, SURROUNDINGS", // a deadlock
    "53100, SURROUNDINGS", // the disk is full
    "53300, SURROUNDINGS", // too many connections
    "57P01, SURROUNDINGS", // the server shuts down
    "58030, SURROUNDINGS", // the disk fails
    "55P03, SURROUNDINGS", // a lock that others keep
    "57014, SURROUNDINGS", // a statement that took too long
    "42703, UNCLEAR", // no such column: a fault of ours
    "XX001, UNCLEAR"
  })
  void theDatabaseSaysWhoIsToBlame(String state, Blame blame) {
    assertThat(Blame.of(new IllegalStateException(new SQLException("", state)))).isEqualTo(blame);
  }

  @Test
  void aBrokerOrAConnectionThatFailsIsNeverTheRecordsFault() {
    assertThat(
            List.of(
                new IllegalStateException(new TimeoutException()),
                new SQLNonTransientConnectionException("no route"),
                new InterruptedException(),
                new Worker.Trouble("no connection", null)))
        .extracting(Blame::of)
        .containsOnly(Blame.SURROUNDINGS);
  }

  @Test
  void usedUpMemoryEndsTheProcessUnlessOurCodeSurvivedIt() {
    OutOfMemoryError memory = new OutOfMemoryError();

    assertThat(Blame.of(memory)).isEqualTo(Blame.SURROUNDINGS);
    assertThat(Blame.of(new IllegalStateException("detecting failed", memory)))
        .isEqualTo(Blame.UNCLEAR);
  }

  @Test
  void anUnclearFailureIsTheRecordsOnlyWhileTheDatabaseIsHealthy() {
    Throwable unclear = new UncheckedIOException(new SocketTimeoutException());

    assertThat(Blame.mayBeOnRecord(unclear, () -> true)).isTrue();
    assertThat(Blame.mayBeOnRecord(unclear, () -> false)).isFalse();
    assertThat(Blame.mayBeOnRecord(new StackOverflowError(), () -> false)).isTrue();
  }
}

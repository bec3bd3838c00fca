package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.account.AccountCheckpoint;
import hallmonitor.ingest.account.CommentLog.Batch;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that all accounts together remember no more comments than the heap has room for. */
class CommentMemoryLimitTest {
  private static final TimeSpan ALL = new TimeSpan(Instant.MIN, Instant.MAX);

  private final CommentMemoryLimit room = new CommentMemoryLimit(60);

  private CommentMemory memory(int comments) {
    Map<String, KnownComment> known = new HashMap<>();
    for (int i = 0; i < comments; i++) {
      known.put(
          "c" + i, new KnownComment("", "r", "7", Instant.ofEpochSecond(i), Visibility.VISIBLE));
    }
    return new CommentMemory(known, room);
  }

  private static List<String> forget(CommentMemory memory) {
    List<String> ids = memory.toForget(Instant.EPOCH, 1_000);
    memory.committed(new Batch(List.of(), ids, List.of(), AccountCheckpoint.START, Instant.EPOCH));
    return ids;
  }

  @Test
  void aFloodOnOneAccountTakesNothingFromTheOthers() {
    CommentMemory quiet = memory(10);
    CommentMemory flooded = memory(100);
    assertThat(forget(quiet)).isEmpty();
    assertThat(forget(flooded)).hasSize(50).contains("c0", "c49").doesNotContain("c50");
    assertThat(flooded.forgotUntil()).contains(Instant.ofEpochSecond(49));
    assertThat(forget(quiet)).isEmpty();
    assertThat(forget(flooded)).isEmpty();
  }

  @Test
  void manyFullAccountsEndWithEqualShares() {
    List<CommentMemory> accounts = List.of(memory(50), memory(50), memory(50));
    for (int turn = 0; turn < 3; turn++) {
      accounts.forEach(CommentMemoryLimitTest::forget);
    }
    assertThat(accounts).allSatisfy(one -> assertThat(one.get("c49")).isPresent());
    assertThat(accounts.stream().mapToLong(one -> one.writtenIn(ALL).size()).sum())
        .isLessThanOrEqualTo(60);
  }
}

package hallmonitor.local.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentStoreTest {
  private static final SiteTime CHICAGO = new SiteTime(ZoneId.of("America/Chicago"));

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-25T01:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  private Path file() {
    return folder.resolve("comments.ndjson");
  }

  private CommentStore open() throws IOException {
    return CommentStore.open(file(), CHICAGO, clock);
  }

  private static PracticeComment.Draft saying(String text) {
    return PracticeComment.Draft.plain(1, 0, "Dana", text);
  }

  private static CommentQuery between(String after, String before) {
    return new CommentQuery(
        Set.of(),
        Set.of(),
        List.of(),
        Set.of(),
        EnumSet.allOf(CommentStatus.class),
        after == null ? Long.MIN_VALUE : CHICAGO.parse(after).orElseThrow(),
        before == null ? Long.MAX_VALUE : CHICAGO.parse(before).orElseThrow(),
        "",
        CommentQuery.Order.ID,
        false,
        100,
        0);
  }

  private static List<Integer> ids(CommentStore store, String after, String before) {
    return store.find(between(after, before)).comments().stream().map(PracticeComment::id).toList();
  }

  @Test
  void theFileTellsWhenEachChangeWasMade() throws IOException {
    try (CommentStore store = open()) {
      int id = store.create(saying("hello")).id();
      now = now.plusMillis(1_500);
      store.setStatus(id, CommentStatus.HOLD);
    }

    assertThat(Files.readAllLines(file()))
        .satisfiesExactly(
            put -> assertThat(put).contains("\"at\":1795568400000"),
            status -> assertThat(status).contains("\"status\":\"hold\",\"at\":1795568401500"));
  }

  @Test
  void everythingIsThereAgainAfterARestartEvenWithoutAClose() throws IOException {
    var store = open(); // never closed, as after kill -9
    int kept = store.create(saying("kept & <b>").ownedBy(77)).id();
    int hidden = store.create(saying("hidden")).id();
    int edited = store.create(saying("before")).id();
    int deleted = store.create(saying("deleted")).id();
    store.setStatus(hidden, CommentStatus.SPAM);
    store.edit(edited, "after");
    store.delete(deleted);
    try (var again = open()) {
      assertThat(again.get(kept)).isEqualTo(store.get(kept));
      assertThat(again.get(hidden))
          .get()
          .extracting(PracticeComment::status)
          .isEqualTo(CommentStatus.SPAM);
      assertThat(again.get(edited)).get().extracting(PracticeComment::raw).isEqualTo("after");
      assertThat(again.get(deleted)).isEmpty();
      assertThat(again.nextId()).isEqualTo(deleted + 1);
      assertThat(again.changes().visible(1)).isEqualTo(2);
      assertThat(again.changes().hidden(1)).isEqualTo(1);
    }
  }

  @Test
  void aTornLastLineIsDroppedAndTheNextOneIsWhole() throws IOException {
    try (var store = open()) {
      store.create(saying("whole"));
    }
    Files.writeString(file(), "{\"op\":\"put\",\"id\":2,\"po", StandardOpenOption.APPEND);
    try (var store = open()) {
      assertThat(store.nextId()).isEqualTo(2);
      store.create(saying("after the crash"));
    }
    try (var store = open()) {
      assertThat(store.get(2)).get().extracting(PracticeComment::raw).isEqualTo("after the crash");
    }
  }

  @Test
  void anUnreadableLineCostsOnlyItselfAndACopyIsKept() throws IOException {
    try (var store = open()) {
      store.create(saying("one"));
    }
    Files.writeString(file(), "\u0000\u0000garbage\n", StandardOpenOption.APPEND);
    try (var store = open()) {
      assertThat(store.create(saying("two")).id()).isEqualTo(2);
    }
    assertThat(folder.resolve("comments.ndjson.damaged")).content().contains("garbage");
    assertThat(file()).content().doesNotContain("garbage");
    try (var store = open()) {
      assertThat(store.get(1)).isPresent();
      assertThat(store.get(2)).isPresent();
    }
  }

  @Test
  void theJournalIsCompactedAtTheStart() throws IOException {
    try (var store = open()) {
      int id = store.create(saying("x")).id();
      for (int i = 0; i < 50; i++) {
        store.setStatus(id, i % 2 == 0 ? CommentStatus.HOLD : CommentStatus.APPROVED);
      }
      store.delete(store.create(saying("gone")).id());
    }
    assertThat(Files.readAllLines(file())).hasSize(53);
    open().close();
    assertThat(Files.readAllLines(file())).hasSize(2);
    try (var store = open()) {
      assertThat(store.nextId()).as("the deleted comment's id stays used").isEqualTo(3);
    }
  }

  @Test
  void boundsAreExclusiveAndWholeSecondsOfTheSitesOwnClock() throws IOException {
    try (var store = open()) {
      store.create(saying("1 at 19:00:00 local"));
      now = now.plusMillis(900);
      store.create(saying("2 in the same second"));
      now = now.plusMillis(100);
      store.create(saying("3 at 19:00:01 local"));
      assertThat(ids(store, "2026-11-24T19:00:00", null)).containsExactly(3);
      assertThat(ids(store, "2026-11-24T18:59:59", "2026-11-24T19:00:01")).containsExactly(1, 2);
      assertThat(ids(store, "2026-11-25T01:00:00Z", null)).containsExactly(3);
      assertThat(ids(store, "2026-11-25T01:00:00.900Z", null)).containsExactly(3);
      assertThat(ids(store, "2026-11-25T00:59:59+00:00", null)).containsExactly(1, 2, 3);
      assertThat(ids(store, "2026-11-25T01:00:00", null))
          .as("UTC without a zone is the future")
          .isEmpty();
    }
  }

  @Test
  void theRepeatedHourOfAutumnHoldsBothHours() throws IOException {
    now = Instant.parse("2026-11-01T06:30:00Z"); // 01:30 CDT
    try (var store = open()) {
      store.create(saying("01:30 the first time"));
      now = now.plus(Duration.ofHours(1)); // 01:30 CST
      store.create(saying("01:30 the second time"));
      assertThat(ids(store, "2026-11-01T01:29:59", "2026-11-01T01:30:01")).containsExactly(1, 2);
    }
  }

  @Test
  void timesNeverRunBackwards() throws IOException {
    try (var store = open()) {
      long first = store.create(saying("x")).epochSecond();
      now = now.minusSeconds(3600);
      assertThat(store.create(saying("y")).epochSecond()).isEqualTo(first);
    }
  }

  @Test
  void anInterruptedWriterLosesNothing() throws IOException {
    try (var store = open()) {
      Thread.currentThread().interrupt();
      store.create(saying("written by an interrupted thread"));
      assertThat(Thread.interrupted()).isTrue();
      store.create(saying("and the journal still works"));
    }
    try (var store = open()) {
      assertThat(store.nextId()).isEqualTo(3);
    }
  }

  @Test
  void listingAHundredOfAHundredThousandIsQuick() throws IOException {
    try (var store = open()) {
      var stream = new CommentStream(1, CommentStream.Mix.REALISTIC.edits(0), 1);
      for (int i = 0; i < 100_000; i++) {
        var act = (CommentStream.Written) stream.next();
        store.create(PracticeComment.Draft.plain(act.post(), 0, act.name(), act.text()));
        now = now.plusMillis(10);
      }
      String lately = CHICAGO.format(now.minusSeconds(6).getEpochSecond());
      var shape = new CommentJson("http://127.0.0.1:1", CHICAGO);
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 200; i++) {
        long start = System.nanoTime();
        var found = store.find(between(lately, null));
        var page = found.comments().stream().map(c -> shape.of(c, true, true, Set.of())).toList();
        hallmonitor.standin.web.Json.bytes(page);
        best = Math.min(best, System.nanoTime() - start);
        assertThat(page).hasSize(100);
        assertThat(found.total()).isGreaterThanOrEqualTo(500);
      }
      assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(5));
      long whole = Long.MAX_VALUE;
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertThat(store.find(between(null, null)).total()).isEqualTo(100_000);
        whole = Math.min(whole, System.nanoTime() - start);
      }
      assertThat(Duration.ofNanos(whole)).isLessThan(Duration.ofMillis(100));
    }
  }

  @Test
  void aSecondOfTheSameIsADuplicateOnlyAtTheSamePlace() throws IOException {
    try (var store = open()) {
      store.create(saying("same"));
      assertThat(store.isDuplicate(saying("same"))).isTrue();
      assertThat(store.isDuplicate(PracticeComment.Draft.plain(2, 0, "Dana", "same"))).isFalse();
      assertThat(store.isDuplicate(PracticeComment.Draft.plain(1, 0, "Lee", "same"))).isFalse();
    }
    try (var store = open()) {
      assertThat(store.isDuplicate(saying("same"))).as("after a restart too").isTrue();
    }
  }

  @Test
  void aFailedWriteLeavesTheJournalWhole() throws IOException {
    var store = open();
    store.create(saying("one"));
    store.close();
    assertThatThrownBy(() -> store.create(saying("two"))).isInstanceOf(IOException.class);
    assertThat(store.nextId()).isEqualTo(2);
    assertThat(Files.readAllLines(file())).hasSize(1);
  }
}

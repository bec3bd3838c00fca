package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountPollerTest extends PollerTests {
  @Test
  void newCommentsAreCommittedOnceInTheLiveLane() {
    for (int i = 0; i < 10; i++) {
      source.write("c" + i, "text " + i, clock.instant());
    }
    run(Duration.ofSeconds(10));
    assertThat(log.comments()).hasSize(10).allMatch(c -> c.lane() == Lane.LIVE);
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
    assertThat(poller.state().lagMillis(clock.instant())).isZero();
  }

  @Test
  void anEditIsFoundByTheReconcileLane() {
    source.write("c", "innocent", clock.instant());
    run(Duration.ofSeconds(1));
    source.edit("c", "abuse");
    run(Duration.ofSeconds(5));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.EDITED);
    assertThat(log.comments("c").get(1).revision())
        .isEqualTo(Revision.of(log.comments("c").get(0).revision(), "abuse"));
  }

  @Test
  void aMissingCommentIsDeletedOnlyAfterThePlatformWasAskedForIt() {
    source.write("c", "text", clock.instant());
    run(Duration.ofSeconds(1));
    source.remove("c");
    run(Duration.ofSeconds(5));
    assertThat(source.calls()).contains("look c");
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.DELETED);
    assertThat(log.known()).isEmpty();
    run(Duration.ofSeconds(60));
    assertThat(kinds("c")).hasSize(2);
  }

  @Test
  void aNewOwnerGoesOnWhereTheOldOneStopped() {
    source.write("a", "first", clock.instant());
    run(Duration.ofSeconds(1));
    source.edit("a", "first, edited while nobody looked");
    source.write("b", "second", clock.instant());
    poller = poller(Optional.empty());
    run(Duration.ofSeconds(5));
    assertThat(kinds("a")).containsExactly(Kind.CREATED, Kind.EDITED);
    assertThat(kinds("b")).containsExactly(Kind.CREATED);
  }

  @Test
  void theIntervalShrinksToTheFloorWithCommentsAndGrowsToIdleWithout() {
    PollInterval pace = PollInterval.starting(FLOOR, IDLE);
    for (int i = 0; i < 10; i++) {
      pace = pace.after(false);
    }
    assertThat(pace.current()).isEqualTo(IDLE);
    assertThat(pace.after(true).current()).isEqualTo(IDLE.dividedBy(2));
    for (int i = 0; i < 10; i++) {
      pace = pace.after(true);
    }
    assertThat(pace.current()).isEqualTo(FLOOR);
    assertThat(pace.after(false).current()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void theHistoryIsReadOnceWithProgressAndGoesOnAfterARestart() {
    poller = poller(Optional.of(LocalDate.parse("2026-01-01")));
    for (int i = 0; i < 20; i++) {
      source.wrote("old" + i, "text " + i, clock.instant().minus(Duration.ofDays(100)));
    }
    run(Duration.ofSeconds(5));
    assertThat(log.comments()).hasSize(20);
    var progress = log.checkpoint().backfill().orElseThrow();
    assertThat(progress.finished()).isTrue();
    assertThat(progress.done()).isEqualTo(20);
    assertThat(progress.total()).contains(20L);
    assertThat(progress.reachedBack())
        .as("the first day begins at midnight in the district")
        .contains(Instant.parse("2026-01-01T06:00:00Z"));
    assertThat(log.known()).as("a comment of long ago is not remembered").isEmpty();
    long reads = source.calls().stream().filter("backfill"::equals).count();
    poller = poller(Optional.of(LocalDate.parse("2026-01-01")));
    run(Duration.ofSeconds(5));
    assertThat(source.calls().stream().filter("backfill"::equals).count()).isEqualTo(reads);
  }

  @Test
  void aPausedAccountIsNotReadAndGoesOnWhereItStopped() {
    source.write("a", "first", clock.instant());
    run(Duration.ofSeconds(1));
    wish = new ReadingRequest(true, Optional.empty(), false);
    source.write("b", "second", clock.instant());
    poller.turn();
    int asked = source.calls().size();
    run(Duration.ofMinutes(5));
    assertThat(source.calls()).hasSize(asked);
    assertThat(poller.state().lagMillis(clock.instant())).isGreaterThan(290_000);

    poller = poller(Optional.empty());
    run(Duration.ofMinutes(1));
    assertThat(source.calls().subList(asked, source.calls().size()))
        .as("a new owner keeps to it, and asks once whose the credential is")
        .containsExactly("verifyAuth");

    wish = ReadingRequest.NONE;
    run(Duration.ofSeconds(2));
    assertThat(kinds("b")).containsExactly(Kind.CREATED);
    assertThat(kinds("a")).hasSize(1);
    assertThat(poller.state().lagMillis(clock.instant())).isZero();
  }

  @Test
  void theHistoryIsReadWhenSomebodyAsksForItAndStopsWhenTheySaySo() {
    for (int i = 0; i < 20; i++) {
      source.wrote("old" + i, "text " + i, clock.instant().minus(Duration.ofDays(100)));
    }
    run(Duration.ofSeconds(2));
    assertThat(log.comments()).isEmpty();
    Optional<LocalDate> from = Optional.of(LocalDate.parse("2026-01-01"));
    wish = new ReadingRequest(false, from, false);
    while (log.comments().size() < 6) {
      run(Duration.ofMillis(1));
    }
    wish = new ReadingRequest(false, from, true);
    poller.turn();
    int read = log.comments().size();
    run(Duration.ofSeconds(30));
    assertThat(log.comments()).hasSize(read).hasSizeLessThan(20);
    assertThat(poller.state().backfill().orElseThrow().finished()).isFalse();

    wish = new ReadingRequest(false, from, false);
    run(Duration.ofSeconds(5));
    assertThat(log.comments().stream().map(c -> c.comment().id()))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(poller.state().backfill().orElseThrow().finished()).isTrue();
  }

  @Test
  void theHistoryWaitsWhileThePipelineLagsAndTheLiveEdgeDoesNot() {
    for (int i = 0; i < 20; i++) {
      source.wrote("old" + i, "text " + i, clock.instant().minus(Duration.ofDays(100)));
    }
    wish = new ReadingRequest(false, Optional.of(LocalDate.parse("2026-01-01")), false);
    ReadingRequest asked = wish;
    wish = asked.withoutHistory();
    source.write("new", "just now", clock.instant());
    run(Duration.ofSeconds(30));
    assertThat(log.comments().stream().map(c -> c.comment().id())).containsExactly("new");

    wish = asked;
    run(Duration.ofSeconds(5));
    assertThat(log.comments()).hasSize(21);
  }

  @Test
  void theOtherLanesGetTheirTurnsUnderAFloodOfNewComments() {
    for (int i = 0; i < 200; i++) {
      for (int n = 0; n < 40; n++) {
        source.write("flood-" + i + "-" + n, "text", clock.instant());
      }
      poller.turn();
      clock.pass(Duration.ofMillis(100));
    }
    assertThat(poller.state().caughtUp()).isFalse();
    assertThat(source.calls().stream().filter("reconcile"::equals).count()).isGreaterThan(40);
    assertThat(log.comments().stream().map(c -> c.comment().id())).doesNotHaveDuplicates();
  }

  @Test
  void commentsOlderThanSixtyDaysAreForgotten() {
    source.write("c", "text", clock.instant());
    run(Duration.ofSeconds(1));
    assertThat(log.known()).containsOnlyKeys("c");
    clock.pass(Duration.ofDays(59));
    run(Duration.ofMinutes(2));
    assertThat(log.known()).containsOnlyKeys("c");
    clock.pass(Duration.ofDays(2));
    run(Duration.ofMinutes(2));
    assertThat(log.known()).isEmpty();
    assertThat(kinds("c")).containsExactly(Kind.CREATED);
  }
}

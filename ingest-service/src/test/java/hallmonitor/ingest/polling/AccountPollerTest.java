package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountPollerTest {
  private static final Duration FLOOR = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private final ManualClock clock = new ManualClock();
  private final ScriptedSource source = new ScriptedSource();
  private final MemoryLog log = new MemoryLog();
  private final RateBudget budget = new RateBudget(100, 200, clock::nanos);
  private ReadingWish wish = ReadingWish.NONE;
  private AccountPoller poller = poller(Optional.empty());

  private AccountPoller poller(Optional<LocalDate> backfillFrom) {
    return new AccountPoller(
        new PolledAccount("site", "scripted", Names.HANDLES, FLOOR, IDLE, backfillFrom, CHICAGO),
        source,
        log,
        budget,
        clock,
        PollListener.SILENT,
        () -> wish);
  }

  /** Runs due turns for the given time. */
  private void run(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      Duration wait = poller.turn();
      clock.pass(wait.isZero() ? Duration.ofMillis(1) : wait);
    }
  }

  private List<Kind> kinds(String id) {
    return log.comments(id).stream().map(CommentSeen::kind).toList();
  }

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
  void aQuestionThatFailsDeletesNothing() {
    source.write("c", "text", clock.instant());
    run(Duration.ofSeconds(1));
    source.remove("c");
    source.failOnce("look c", 0, new Fault.Transient("away"));
    while (!source.calls().contains("look c")) {
      run(Duration.ofMillis(1));
    }
    assertThat(kinds("c")).containsExactly(Kind.CREATED);
    run(Duration.ofSeconds(5));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.DELETED);
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
  void aBrokenLogIsOpenedAgainAndNothingIsLost() {
    source.write("a", "first", clock.instant());
    log.breakNext(3);
    run(Duration.ofSeconds(1));
    assertThat(poller.state().state()).isEqualTo(State.UNREACHABLE);
    assertThat(poller.state().fault()).contains("The log broke.");
    run(Duration.ofSeconds(10));
    assertThat(kinds("a")).containsExactly(Kind.CREATED);
    assertThat(log.opened()).isEqualTo(4);
    assertThat(poller.state().fault()).isEmpty();
  }

  @Test
  void aThrottledAccountIsNotReadForAsLongAsItAsksAndActsGoOn() {
    source.fail(new Fault.Throttled("slow down", Duration.ofSeconds(7)));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(7));
    assertThat(poller.state().state()).isEqualTo(State.THROTTLED);
    assertThat(budget.allows(RateBudget.Use.LIVE)).isFalse();
    assertThat(budget.allows(RateBudget.Use.ACTION)).isTrue();
    clock.pass(Duration.ofSeconds(7));
    run(Duration.ofSeconds(1));
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aLimitOfReadingAloneLetsActsGoOn() {
    source.fail(new Fault.Throttled("too much was read", Duration.ofSeconds(7), true));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(7));
    assertThat(poller.state().state()).isEqualTo(State.THROTTLED);
    assertThat(budget.allows(RateBudget.Use.LIVE)).isFalse();
    assertThat(budget.allows(RateBudget.Use.RECONCILE)).isFalse();
    assertThat(budget.allows(RateBudget.Use.ACTION)).isTrue();
  }

  @Test
  void aLostSignInIsShownAndVerifiedAnewBeforeAnythingElse() {
    source.fail(new Fault.AuthLost("sign in again"), new Fault.AuthLost("sign in again"));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(15));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(15));
    assertThat(poller.state().state()).isEqualTo(State.SIGNED_OUT);
    assertThat(poller.state().fault()).contains("sign in again");
    assertThat(source.calls()).containsOnly("verifyAuth");
    poller.turn();
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void transientFaultsAreWaitedOutLongerAndLonger() {
    source.fail(
        new Fault.Transient("away"), new Fault.Transient("away"), new Fault.Transient("away"));
    assertThat(poller.turn()).isEqualTo(Duration.ofMillis(500));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(1));
    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(2));
    assertThat(poller.state().state()).isEqualTo(State.UNREACHABLE);
    run(Duration.ofSeconds(1));
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void pagesThatCameBeforeAFaultAreKept() {
    for (int i = 0; i < 7; i++) {
      source.write("c" + i, "text", clock.instant());
    }
    source.failOnce("poll", 2, new Fault.Transient("away"));
    poller.turn();
    assertThat(log.comments()).as("two pages of three").hasSize(6);
    run(Duration.ofSeconds(2));
    assertThat(log.comments()).hasSize(7);
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
  void aPausedAccountIsNotAskedForAnythingAndGoesOnWhereItStopped() {
    source.write("a", "first", clock.instant());
    run(Duration.ofSeconds(1));
    wish = new ReadingWish(true, Optional.empty(), false);
    source.write("b", "second", clock.instant());
    poller.turn();
    int asked = source.calls().size();
    run(Duration.ofMinutes(5));
    assertThat(source.calls()).hasSize(asked);
    assertThat(poller.state().lagMillis(clock.instant())).isGreaterThan(290_000);

    poller = poller(Optional.empty());
    run(Duration.ofMinutes(1));
    assertThat(source.calls()).as("a new owner keeps to it").hasSize(asked);

    wish = ReadingWish.NONE;
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
    wish = new ReadingWish(false, from, false);
    while (log.comments().size() < 6) {
      run(Duration.ofMillis(1));
    }
    wish = new ReadingWish(false, from, true);
    poller.turn();
    int read = log.comments().size();
    run(Duration.ofSeconds(30));
    assertThat(log.comments()).hasSize(read).hasSizeLessThan(20);
    assertThat(poller.state().backfill().orElseThrow().finished()).isFalse();

    wish = new ReadingWish(false, from, false);
    run(Duration.ofSeconds(5));
    assertThat(log.comments().stream().map(c -> c.comment().id()))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(poller.state().backfill().orElseThrow().finished()).isTrue();
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
  void commentsOlderThanTwoDaysAreForgotten() {
    source.write("c", "text", clock.instant());
    run(Duration.ofSeconds(1));
    assertThat(log.known()).containsOnlyKeys("c");
    clock.pass(Duration.ofHours(50));
    run(Duration.ofMinutes(2));
    assertThat(log.known()).isEmpty();
    assertThat(kinds("c")).containsExactly(Kind.CREATED);
  }

  @Test
  void readingStopsShortOfWhatActionsNeed() {
    RateBudget small = new RateBudget(0.001, 100, clock::nanos);
    source.onCall(small::spend);
    poller =
        new AccountPoller(
            new PolledAccount(
                "site", "scripted", Names.HANDLES, FLOOR, FLOOR, Optional.empty(), CHICAGO),
            source,
            log,
            small,
            clock,
            PollListener.SILENT,
            () -> ReadingWish.NONE);
    for (int i = 0; i < 1_000; i++) {
      poller.turn();
      clock.pass(FLOOR);
    }
    assertThat(small.left()).isBetween(0.25, 0.35);
    assertThat(small.allows(RateBudget.Use.ACTION)).isTrue();
  }

  private long polls() {
    return source.calls().stream().filter("poll"::equals).count();
  }

  /** Lets reading become slow, and returns how long the next poll would still be off. */
  private Duration untilNextPoll() {
    run(Duration.ofSeconds(10));
    long before = polls();
    Duration wait = Duration.ZERO;
    while (polls() == before) {
      wait = poller.turn();
      clock.pass(wait.isZero() ? Duration.ofMillis(1) : wait);
    }
    return wait;
  }

  @Test
  void aHintLetsTheLiveEdgeBeReadBeforeThePollWouldBeDue() {
    untilNextPoll();
    poller.turn();
    source.write("c", "text", clock.instant());
    assertThat(poller.hint()).isTrue();
    poller.turn();
    assertThat(kinds("c")).containsExactly(Kind.CREATED);
  }

  @Test
  void aFloodOfHintsReadsNoMoreThanOnceInTheShortestTime() {
    untilNextPoll();
    long before = polls();
    int wakeUps = 0;
    for (int i = 0; i < 1_000; i++) {
      wakeUps += poller.hint() ? 1 : 0;
      poller.turn();
      clock.pass(FLOOR.dividedBy(100));
    }
    assertThat(polls() - before).as("in ten times the shortest time").isBetween(2L, 12L);
    assertThat(wakeUps).isLessThanOrEqualTo(12);
  }

  @Test
  void aHintThatComesDuringAReadLeadsToAnother() {
    untilNextPoll();
    source.onCall(() -> poller.hint());
    poller.hint();
    poller.turn();
    source.onCall(() -> {});
    source.write("c", "announced while the list was read", clock.instant());
    clock.pass(FLOOR);
    poller.turn();
    assertThat(kinds("c")).containsExactly(Kind.CREATED);
  }

  @Test
  void aHintShortensNoWaitAfterAFault() {
    source.fail(new Fault.AuthLost("sign in again"));
    poller.turn();
    poller.hint();
    for (int i = 0; i < 100; i++) {
      poller.turn();
    }
    assertThat(source.calls()).containsExactly("verifyAuth");
    clock.pass(Duration.ofSeconds(15));
    poller.turn();
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
  }

  @Test
  void aHintDoesNotTouchWhatActionsNeed() {
    run(Duration.ofSeconds(1));
    budget.rest(RateBudget.Use.LIVE, Duration.ofMinutes(1));
    long before = polls();
    poller.hint();
    run(Duration.ofSeconds(30));
    assertThat(polls()).isEqualTo(before);
  }
}

package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollHintsTest extends PollerTests {
  private long polls() {
    return source.calls().stream().filter("poll"::equals).count();
  }

  /** Makes reading slow, and returns the time until the next poll. */
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
  void aHintShortensAPauseOfCourtesy() {
    run(Duration.ofSeconds(1));
    budget.restUnlessAnnounced(Duration.ofMinutes(1));
    long before = polls();
    run(Duration.ofSeconds(30));
    assertThat(polls()).isEqualTo(before);
    poller.hint();
    run(Duration.ofSeconds(1));
    assertThat(polls()).isEqualTo(before + 1);
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

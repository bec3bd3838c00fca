package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollFaultsTest extends PollerTests {
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
  void aLostSignInIsShownAndVerifiedAgainBeforeAnythingElse() {
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
  void whileAnAccountIsPausedItIsAskedWhoseItsCredentialIsUntilItSaysSo() {
    wish = new ReadingRequest(true, Optional.empty(), false);
    source.fail(
        new Fault.Throttled("slow down", Duration.ofSeconds(7)), new Fault.Transient("away"));

    assertThat(poller.turn()).isEqualTo(Duration.ofSeconds(7));
    assertThat(poller.state().fault()).as("nobody waits for it").isEmpty();
    assertThat(poller.state().state()).isEqualTo(State.STARTING);
    run(Duration.ofMinutes(5));

    assertThat(source.calls()).containsExactly("verifyAuth", "verifyAuth", "verifyAuth");
  }

  @Test
  void aPausedAccountThatIsSignedOutIsNotAskedAgainUntilItIsResumed() {
    wish = new ReadingRequest(true, Optional.empty(), false);
    source.fail(new Fault.AuthLost("sign in again"), new Fault.AuthLost("sign in again"));
    run(Duration.ofMinutes(5));
    assertThat(source.calls()).containsExactly("verifyAuth");
    assertThat(poller.state().fault()).isEmpty();

    wish = ReadingRequest.NONE;
    poller.turn();

    assertThat(poller.state().state()).isEqualTo(State.SIGNED_OUT);
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
            () -> ReadingRequest.NONE);
    for (int i = 0; i < 1_000; i++) {
      poller.turn();
      clock.pass(FLOOR);
    }
    assertThat(small.left()).isBetween(0.25, 0.35);
    assertThat(small.allows(RateBudget.Use.ACTION)).isTrue();
  }
}

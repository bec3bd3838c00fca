package hallmonitor.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.account.RateBudget.Use;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
  private long nanos;
  private final RateBudget budget = new RateBudget(10, 100, () -> nanos);

  private void spend(int requests) {
    for (int i = 0; i < requests; i++) {
      budget.spend();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void historyStopsBeforeReconcilingAndReconcilingBeforeTheLiveEdge() {
    spend(45);
    assertThat(budget.allows(Use.BACKFILL)).isFalse();
    assertThat(budget.allows(Use.RECONCILE)).isTrue();
    spend(20);
    assertThat(budget.allows(Use.RECONCILE)).isFalse();
    assertThat(budget.allows(Use.LIVE)).isTrue();
  }

  @Test
  void readingLeavesThirtyPercentForActions() {
    spend(70);
    assertThat(budget.allows(Use.LIVE)).isFalse();
    assertThat(budget.allows(Use.ACTION)).isTrue();
    spend(20);
    assertThat(budget.allows(Use.ACTION)).isFalse();
    assertThat(budget.allows(Use.DANGER)).as("the last tenth").isTrue();
    spend(10);
    assertThat(budget.allows(Use.DANGER)).isFalse();
    assertThat(budget.left()).isZero();
  }

  @Test
  void theBucketFillsAgainAndSaysWhen() {
    spend(100);
    assertThat(budget.untilAllowed(Use.DANGER)).isEqualTo(Duration.ofMillis(100));
    assertThat(budget.untilAllowed(Use.ACTION)).isEqualTo(Duration.ofMillis(1_100));
    pass(Duration.ofMillis(100));
    assertThat(budget.allows(Use.DANGER)).isTrue();
    pass(Duration.ofHours(1));
    assertThat(budget.left()).isEqualTo(1);
  }

  @Test
  void aSmallBucketIsEnoughForEveryUseOnceItIsFull() {
    budget.learn(1, 0, Duration.ofSeconds(10));
    assertThat(budget.allows(Use.LIVE)).isFalse();
    pass(Duration.ofSeconds(10));
    for (Use use : Use.values()) {
      assertThat(budget.allows(use)).as(use.name()).isTrue();
    }
  }

  @Test
  void lessThanOneRequestInTwoSecondsIsARateToo() {
    RateBudget slow = new RateBudget(0.1, 0.2, () -> nanos);
    slow.spend();
    assertThat(slow.allows(Use.LIVE)).isFalse();
    pass(slow.untilAllowed(Use.LIVE));
    assertThat(slow.allows(Use.LIVE)).isTrue();
  }

  @Test
  void aPauseHoldsForDangerToo() {
    budget.pause(Duration.ofSeconds(7));
    assertThat(budget.untilAllowed(Use.DANGER)).isEqualTo(Duration.ofSeconds(7));
    assertThat(budget.left()).isZero();
    budget.pause(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(7));
    assertThat(budget.allows(Use.ACTION)).isTrue();
  }

  @Test
  void whatThePlatformSaysReplacesOurOwnGuess() {
    budget.learn(1_000, 100, Duration.ofSeconds(90));
    assertThat(budget.left()).isEqualTo(0.1);
    assertThat(budget.allows(Use.LIVE)).isFalse();
    pass(Duration.ofSeconds(90));
    assertThat(budget.left()).isEqualTo(1);
  }

  @Test
  void nothingIsHopedForBeforeThePlatformFillsTheBucket() {
    budget.learn(100, 5, Duration.ofSeconds(60));
    pass(Duration.ofSeconds(59));
    assertThat(budget.allows(Use.LIVE)).isFalse();
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(budget.allows(Use.DANGER)).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(budget.allows(Use.BACKFILL)).isTrue();
  }

  @Test
  void inAWindowThatRunsLowTheLiveEdgeIsReadMoreSlowlyAndStopsAtTheLastPart() {
    budget.learn(100, 21, Duration.ofSeconds(60));
    budget.beginLive();
    budget.spend();
    assertThat(budget.untilAllowed(Use.LIVE))
        .as("fifteen requests more, over the rest of the window")
        .isEqualTo(Duration.ofSeconds(4));
    assertThat(budget.allows(Use.RECONCILE)).isFalse();
    spend(15);
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofSeconds(60));
    assertThat(budget.allows(Use.DANGER)).isTrue();
  }

  @Test
  void slowReadsAreThreeSecondsApartHoweverMuchIsLeft() {
    budget.learn(1_000, 300, Duration.ofSeconds(60));
    budget.beginLive();
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofSeconds(3));
    budget.learn(1_000, 302, Duration.ofSeconds(60));
    assertThat(budget.allows(Use.LIVE)).isTrue();
  }

  @Test
  void aReadThatIsDueLongAgoDoesNotWaitForItsShareOfTheWindow() {
    budget.learn(100, 25, Duration.ofSeconds(60));
    pass(Duration.ofSeconds(30));
    assertThat(budget.allows(Use.LIVE)).isTrue();
  }

  @Test
  void announcedNewsDoesNotWaitForAPauseOfCourtesyButForALimit() {
    budget.restUnlessAnnounced(Duration.ofSeconds(5));
    assertThat(budget.untilLive(true)).isZero();
    assertThat(budget.untilLive(false)).isEqualTo(Duration.ofSeconds(5));
    budget.rest(Use.LIVE, Duration.ofSeconds(30));
    assertThat(budget.untilLive(true)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aUseThatRestsHoldsUpNoOther() {
    budget.rest(Use.LIVE, Duration.ofSeconds(30));
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(budget.allows(Use.RECONCILE)).isTrue();
    assertThat(budget.allows(Use.ACTION)).isTrue();
    pass(Duration.ofSeconds(30));
    assertThat(budget.allows(Use.LIVE)).isTrue();
  }

  @Test
  void ofAnAllowanceThatRunsOutTheLastPartIsForActions() {
    budget.learnShare(0.5, Duration.ofMinutes(5));
    assertThat(budget.left()).isEqualTo(0.5);
    assertThat(budget.allows(Use.BACKFILL)).isFalse();
    assertThat(budget.allows(Use.LIVE)).isTrue();
    budget.learnShare(0.2, Duration.ofMinutes(5));
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofMinutes(5));
    assertThat(budget.allows(Use.ACTION)).isTrue();
    budget.learnShare(0.1, Duration.ofMinutes(5));
    assertThat(budget.untilAllowed(Use.ACTION)).isEqualTo(Duration.ofMinutes(5));
    budget.learnShare(0, Duration.ofMinutes(5));
    assertThat(budget.allows(Use.DANGER)).isTrue();
  }

  @Test
  void aBudgetGoesOnWhereAnotherOneEnded() {
    budget.goOnFrom(new PlatformRest(Duration.ofSeconds(30), Duration.ZERO));

    assertThat(RateBudget.READS).allSatisfy(use -> assertThat(budget.allows(use)).isFalse());
    assertThat(RateBudget.ACTS)
        .as("a hide does not wait for the next read")
        .allSatisfy(use -> assertThat(budget.allows(use)).isTrue());
    assertThat(budget.rest()).isEqualTo(new PlatformRest(Duration.ofSeconds(30), Duration.ZERO));
  }
}

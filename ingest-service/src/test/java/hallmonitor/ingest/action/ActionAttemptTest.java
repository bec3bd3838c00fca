package hallmonitor.ingest.action;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActionAttemptTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final FakePlatform platform = new FakePlatform();

  static ActionOrdered order(String account, PlatformAction action, String comment) {
    return new ActionOrdered(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new CommentRef("fake", account, comment),
        action,
        "clause-1",
        "policy",
        "model",
        "policy",
        "It breaks the policy.",
        NOW);
  }

  private static PendingAction pending(PlatformAction action) {
    return new PendingAction(
        order("site", action, "1"), false, 0, Optional.empty(), Optional.empty(), 1);
  }

  private static PendingAction afterTrouble(PendingAction p, AttemptOutcome.Again again) {
    return new PendingAction(
        p.order(),
        again.doubtful(),
        p.failures() + 1,
        Optional.of(again.trouble()),
        Optional.empty(),
        1);
  }

  private ActionTaken taken(PendingAction pending) {
    return (ActionTaken)
        ((AttemptOutcome.Done) new ActionAttempt(platform).make(pending, InstantSource.fixed(NOW)))
            .result();
  }

  private ActionFailed failed(PendingAction pending) {
    return (ActionFailed)
        ((AttemptOutcome.Done) new ActionAttempt(platform).make(pending, InstantSource.fixed(NOW)))
            .result();
  }

  private AttemptOutcome.Again again(PendingAction pending) {
    return (AttemptOutcome.Again)
        new ActionAttempt(platform).make(pending, InstantSource.fixed(NOW));
  }

  @Test
  void anActionThatChangesSomethingWasApplied() {
    assertThat(taken(pending(PlatformAction.HIDE)).applied()).isTrue();
    assertThat(taken(pending(PlatformAction.HIDE)).applied()).as("already so").isFalse();
  }

  @Test
  void anUnknownOutcomeIsObservedAndNotRepeated() {
    platform.answersLost = 1;
    PendingAction first = pending(PlatformAction.HIDE);
    AttemptOutcome.Again lost = again(first);
    assertThat(lost.doubtful()).isTrue();
    assertThat(platform.visibility).isEqualTo(Visibility.HIDDEN);
    assertThat(taken(afterTrouble(first, lost)).applied()).isTrue();
    assertThat(platform.applications).isEqualTo(1);
  }

  @Test
  void anUnknownOutcomeThatWasNoneIsTriedAgain() {
    platform.faults.add(new Fault.Transient("away"));
    PendingAction first = pending(PlatformAction.HIDE);
    assertThat(taken(afterTrouble(first, again(first))).applied()).isTrue();
    assertThat(platform.visibility).isEqualTo(Visibility.HIDDEN);
  }

  @Test
  void theSameTroubleIsReportedOnceAndAnotherOneAnew() {
    PendingAction first = pending(PlatformAction.HIDE);
    platform.faults.add(new Fault.Transient("away"));
    AttemptOutcome.Again one = again(first);
    assertThat(one.report()).isPresent();
    assertThat(((ActionFailed) one.report().orElseThrow()).why()).isEqualTo(Why.RETRYING);
    platform.faults.add(new Fault.Transient("still away"));
    AttemptOutcome.Again two = again(afterTrouble(first, one));
    assertThat(two.report()).isEmpty();
    assertThat(two.delay()).isGreaterThan(one.delay());
    platform.faults.add(new Fault.AuthLost("sign in again"));
    assertThat(again(afterTrouble(first, two)).report()).isPresent();
  }

  @Test
  void aThrottledActionWaitsAsLongAsThePlatformAsksAndIsNotInDoubt() {
    platform.faults.add(new Fault.Throttled("slow down", Duration.ofSeconds(42)));
    AttemptOutcome.Again again = again(pending(PlatformAction.HIDE));
    assertThat(again.delay()).isEqualTo(Duration.ofSeconds(42));
    assertThat(again.doubtful()).isFalse();
  }

  @Test
  void whatTheAnswerOfThePlatformMakesFinalIsFinal() {
    platform.faults.add(new Fault.Gone("gone"));
    assertThat(failed(pending(PlatformAction.HIDE)).why()).isEqualTo(Why.GONE);
    platform.faults.add(new Fault.Rejected("no"));
    assertThat(failed(pending(PlatformAction.HIDE)).why()).isEqualTo(Why.REFUSED);
  }

  @Test
  void aReplyWhoseAnswerGotLostIsGivenOnce() {
    platform.answersLost = 1;
    PendingAction reply = pendingReply("Clause 1.1 says why.");
    AttemptOutcome.Again lost = again(reply);
    assertThat(lost.doubtful()).isTrue();
    assertThat(taken(afterTrouble(reply, lost)).applied()).isTrue();
    assertThat(platform.replies)
        .containsExactlyEntriesOf(
            java.util.Map.of(reply.order().actionId(), "Clause 1.1 says why."));
    assertThat(platform.applications).isEqualTo(1);
  }

  private static PendingAction pendingReply(String text) {
    ActionOrdered order =
        new ActionOrdered(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new CommentRef("fake", "site", "1"),
            PlatformAction.REPLY,
            "clause-1",
            "policy",
            "model",
            "novak",
            "From the template hidden-comment.",
            NOW,
            Optional.of(text),
            ActionOrdered.Urgency.PERSON);
    return new PendingAction(order, false, 0, Optional.empty(), Optional.empty(), 1);
  }

  @Test
  void whatThePlatformCannotDoIsNotTriedAndNothingElseIsDoneInstead() {
    ActionFailed failed = failed(pending(PlatformAction.BLOCK_AUTHOR));
    assertThat(failed.why()).isEqualTo(Why.NOT_SUPPORTED);
    assertThat(failed.message()).contains("block an author");
    assertThat(platform.applications).isZero();
  }

  @Test
  void aMistakeInAConnectorIsTriedAgainLaterAndObservedFirst() {
    platform.mistake = new IllegalStateException("not foreseen");
    AttemptOutcome.Again again =
        (AttemptOutcome.Again)
            new ActionAttempt(platform)
                .make(pending(PlatformAction.HIDE), InstantSource.fixed(NOW));
    assertThat(again.doubtful()).isTrue();
    assertThat(again.delay()).isPositive();
    assertThat(again.report()).isPresent();
  }
}

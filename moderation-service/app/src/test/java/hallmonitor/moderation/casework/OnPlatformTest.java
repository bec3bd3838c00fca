package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.moderation.casework.CaseChange.Event;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OnPlatformTest {
  @Test
  void aHideThatWasTakenLeavesTheCommentHidden() {
    Case hidden = hiddenBy(attack());
    assertThat(hidden.action()).isEqualTo(ActionState.HIDDEN);
    assertThat(hidden.situation().visibility()).isEqualTo(Visibility.HIDDEN);
  }

  @Test
  void aLateResultOfAnOvertakenOrderDoesNotSayHowThingsStand() {
    Case ordered = opened(attack());
    UUID hide = ordered.actionId().orElseThrow();
    Case restoring = decided(ordered, Decision.Kind.RESTORE);
    assertThat(OnPlatform.taken(restoring, hide, Action.HIDE, true).after().action())
        .isEqualTo(ActionState.RESTORE_ORDERED);
  }

  @Test
  void anActionThatIsStillBeingTriedStaysOrdered() {
    Case ordered = opened(attack());
    CaseChange change =
        OnPlatform.retrying(ordered, ordered.actionId().orElseThrow(), "Not reachable.");
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.events()).extracting(Event::kind).containsExactly("action-retrying");
  }

  @Test
  void aRefusedHideLeavesTheCommentVisible() {
    Case ordered = opened(attack());
    Case failed = OnPlatform.failed(ordered, ordered.actionId().orElseThrow(), "No.", NOON).after();
    assertThat(failed.action()).isEqualTo(ActionState.FAILED);
    assertThat(failed.situation().endsVisible()).isTrue();
  }

  @Test
  void aDecisionThatThePlatformRefusedWaitsForAPersonAgain() {
    Case hidden =
        OnPlatform.seen(opened(attack()), Visibility.HIDDEN, true, NOON).orElseThrow().after();
    Decision restore =
        new Decision(hidden.id(), hidden.version().number(), Decision.Kind.RESTORE, "dana", "");
    Case decided = OnDecision.change(hidden, restore).after();
    assertThat(decided.open()).isFalse();

    Case failed = OnPlatform.failed(decided, decided.actionId().orElseThrow(), "No.", NOON).after();
    assertThat(failed.open()).isTrue();
    assertThat(OnDecision.isLegal(failed, Decision.Kind.RESTORE)).isTrue();
  }

  @Test
  void aCommentThatVanishedMeanwhileIsGone() {
    Case ordered = opened(attack());
    assertThat(
            OnPlatform.gone(ordered, ordered.actionId().orElseThrow(), "")
                .after()
                .situation()
                .gone())
        .isTrue();
  }

  @Test
  void somebodysHideOnThePlatformIsNotedAndNotUndone() {
    CaseChange change =
        OnPlatform.seen(opened(coarse()), Visibility.HIDDEN, true, NOON).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.events()).extracting(Event::kind).containsExactly("hidden-on-platform");
    assertThat(change.after().situation().endsHidden()).isTrue();
  }

  @Test
  void somebodysRestoreOnThePlatformIsNotedAndNotUndone() {
    CaseChange change =
        OnPlatform.seen(hiddenBy(attack()), Visibility.VISIBLE, true, NOON).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.events()).extracting(Event::kind).containsExactly("restored-on-platform");
  }

  @Test
  void ourOwnHideSeenBeforeItsResultIsNotTakenForSomebodyElses() {
    CaseChange change =
        OnPlatform.seen(opened(attack()), Visibility.HIDDEN, true, NOON).orElseThrow();
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.events()).extracting(Event::kind).containsExactly("seen-hidden");
  }

  @Test
  void whatAnOvertakenOrderOfOursDidIsNotTakenForSomebodyElses() {
    Case restoring = decided(opened(attack()), Decision.Kind.RESTORE);
    CaseChange change = OnPlatform.seen(restoring, Visibility.HIDDEN, true, NOON).orElseThrow();
    assertThat(change.after().action()).isEqualTo(ActionState.RESTORE_ORDERED);
    assertThat(change.after().situation().endsVisible()).isTrue();
    assertThat(change.after().version().isAsIn(restoring.version().number())).isTrue();
    assertThat(change.events()).extracting(Event::kind).containsExactly("seen-hidden");
  }

  @Test
  void whoDecidesWhileOurOrderIsCarriedOutDecidesOnTheSame() {
    Case looked = decided(hiddenBy(attack()), Decision.Kind.RESTORE);
    UUID restore = looked.actionId().orElseThrow();
    Case retried = OnPlatform.retrying(looked, restore, "Not reachable.").after();
    Case seen = OnPlatform.seen(retried, Visibility.VISIBLE, true, NOON).orElseThrow().after();
    Case done = OnPlatform.taken(seen, restore, Action.RESTORE, true).after();

    assertThat(done.version().number()).isEqualTo(looked.version().number() + 3);
    assertThat(done.version().isAsIn(looked.version().number())).isTrue();
    assertThat(done.version().isAsIn(looked.version().number() - 1))
        .as("the restore itself was decided")
        .isFalse();
    assertThat(done.version().isAsIn(done.version().number() + 1))
        .as("nobody saw it yet")
        .isFalse();
  }

  @Test
  void whatComesOutOtherwiseThanOrderedIsLookedAtAgain() {
    Case looked = opened(attack());
    UUID hide = looked.actionId().orElseThrow();
    Case hidden = hiddenBy(attack());

    assertThat(OnPlatform.failed(looked, hide, "No.", NOON).after().version().isAsIn(0)).isFalse();
    assertThat(OnPlatform.gone(looked, hide, "").after().version().isAsIn(0)).isFalse();
    assertThat(
            OnPlatform.seen(hidden, Visibility.VISIBLE, true, NOON)
                .orElseThrow()
                .after()
                .version()
                .isAsIn(hidden.version().number()))
        .as("somebody restored it there")
        .isFalse();
  }

  @Test
  void whatIsKnownAlreadyIsNoNews() {
    assertThat(OnPlatform.seen(opened(coarse()), Visibility.VISIBLE, true, NOON)).isEmpty();
  }

  @Test
  void ourOwnDeletionSeenBeforeItsResultIsNotTakenForSomebodyElses() {
    Case deleting = deleting();

    CaseChange change = OnPlatform.seen(deleting, Visibility.DELETED, true, NOON).orElseThrow();

    assertThat(change.after().action()).isEqualTo(ActionState.DELETE_ORDERED);
    assertThat(change.events()).extracting(Event::kind).containsExactly("seen-deleted");
  }

  @Test
  void whatOthersDoWhileADeletionIsOrderedDoesNotEndIt() {
    CaseChange change = OnPlatform.seen(deleting(), Visibility.VISIBLE, true, NOON).orElseThrow();

    assertThat(change.after().action()).isEqualTo(ActionState.DELETE_ORDERED);
    assertThat(change.events()).extracting(Event::kind).containsExactly("restored-on-platform");
  }

  @Test
  void somebodysDeletionWhileAHideIsOrderedIsNotTakenForOurs() {
    CaseChange change =
        OnPlatform.seen(opened(attack()), Visibility.DELETED, true, NOON).orElseThrow();

    assertThat(change.after().action()).isEqualTo(ActionState.GONE);
    assertThat(change.events()).extracting(Event::kind).containsExactly("deleted-on-platform");
  }

  @Test
  void aDeletionThatWasTakenLeavesTheCommentDeleted() {
    Case deleting = deleting();

    CaseChange change =
        OnPlatform.taken(deleting, deleting.actionId().orElseThrow(), Action.DELETE, true);

    assertThat(change.after().situation().gone()).isTrue();
    assertThat(change.after().action()).isEqualTo(ActionState.GONE);
    assertThat(change.events())
        .extracting(Event::kind, Event::detail)
        .containsExactly(tuple("deleted", ""));
  }

  @Test
  void aHideThatWasNotNeededIsNotedAsSuch() {
    Case ordered = opened(attack());

    CaseChange change =
        OnPlatform.taken(ordered, ordered.actionId().orElseThrow(), Action.HIDE, false);

    assertThat(change.after().action()).isEqualTo(ActionState.HIDDEN);
    assertThat(change.events())
        .extracting(Event::kind, Event::detail)
        .containsExactly(tuple("hidden", "It was so already."));
  }

  @Test
  void aLateRefusalOfAnOvertakenOrderIsOnlyNoted() {
    Case ordered = opened(attack());
    UUID hide = ordered.actionId().orElseThrow();
    Case restoring = decided(ordered, Decision.Kind.RESTORE);

    CaseChange change = OnPlatform.failed(restoring, hide, "It cannot.", NOON);

    assertThat(change.after().state()).isEqualTo(CaseState.RESTORED);
    assertThat(change.after().action()).isEqualTo(ActionState.RESTORE_ORDERED);
    assertThat(change.events()).extracting(Event::kind).containsExactly("action-failed");
  }

  @Test
  void theWaitingHideOfACommentThatVanishedIsCancelled() {
    Case held = opened(threat());
    UUID hide = held.actionId().orElseThrow();

    assertThat(OnPlatform.gone(held, hide, "").settled())
        .contains(new CaseChange.Settled(hide, CaseChange.Fate.CANCELLED));
    assertThat(OnPlatform.gone(opened(attack()), hide, "").settled()).as("nothing waits").isEmpty();
  }

  private static Case deleting() {
    Proposal proposal =
        Proposal.of(
            new UUID(1, 2),
            Proposal.Kind.DELETE_COMMENT,
            "a case",
            "4.1",
            "novak",
            "An address.",
            "{}",
            NOON);
    return OnDeletion.change(hiddenBy(attack()), proposal, "okafor").after();
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.disclosure;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.judged;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Settled;
import hallmonitor.moderation.casework.Disagreement.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnDisagreementTest {
  private static final Instant LATER = NOON.plus(Duration.ofDays(2));

  private static CaseChange shown(Case now) {
    return OnPlatform.seen(now, Visibility.VISIBLE, true, LATER).orElseThrow();
  }

  private static CaseChange hidden(Case now) {
    return OnPlatform.seen(now, Visibility.HIDDEN, true, LATER).orElseThrow();
  }

  private static Case done(CaseChange change) {
    Order order = change.orders().get(0);
    return OnPlatform.taken(change.after(), order.actionId(), order.action(), true).after();
  }

  private static Case restored(Case hidden) {
    Case restoring = decided(hidden, Decision.Kind.RESTORE);
    return OnPlatform.taken(restoring, restoring.actionId().orElseThrow(), Action.RESTORE, true)
        .after();
  }

  /** A threat that the policy hid, that an editor showed and that the policy hid again. */
  private static Case hiddenAgain() {
    return done(shown(hiddenBy(threat())));
  }

  @Test
  void somethingDangerousThatAnEditorShowsIsHiddenAgainAtOnce() {
    Case hidden = hiddenBy(threat());

    CaseChange change = shown(hidden);

    assertThat(change.orders())
        .extracting(Order::action, Order::by, Order::clause, Order::hold)
        .containsExactly(tuple(Action.HIDE, Order.POLICY, "3.1", Optional.empty()));
    assertThat(change.orders().get(0).actionId())
        .as("an order of its own, or it would count as done")
        .isNotEqualTo(hidden.actionId().orElseThrow());
    assertThat(change.events())
        .extracting(Event::actor, Event::kind)
        .containsExactly(tuple("ingest", "restored-on-platform"), tuple("policy", "hidden-again"));
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.after().actionId()).contains(change.orders().get(0).actionId());
    assertThat(change.settled()).isEmpty();
    assertThat(hiddenAgain().situation().visibility()).isEqualTo(Visibility.HIDDEN);
  }

  @Test
  void aSecondShowingIsNotBeatenAndAPersonIsAsked() {
    Case again = hiddenAgain();

    CaseChange change = shown(again);

    assertThat(change.orders()).isEmpty();
    assertThat(change.settled())
        .as("people are told as of a hide that was not carried out")
        .contains(new Settled(again.actionId().orElseThrow(), Fate.UNDONE));
    assertThat(change.after().open()).isTrue();
    assertThat(change.after().disagreement()).isEqualTo(new Disagreement(Kind.SHOWN, true));
    assertThat(OnDecision.isLegal(change.after(), Decision.Kind.HIDE)).as("one key").isTrue();
  }

  @Test
  void thatStaysSoAfterAPersonHidItInBetween() {
    Case byPerson = decided(shown(hiddenAgain()).after(), Decision.Kind.HIDE);
    Case hidden =
        OnPlatform.taken(byPerson, byPerson.actionId().orElseThrow(), Action.HIDE, true).after();

    CaseChange change = shown(hidden);

    assertThat(change.orders()).isEmpty();
    assertThat(change.after().open()).isTrue();
  }

  @Test
  void aHideThatAPersonConfirmedIsPutRightAndStaysConfirmed() {
    Case confirmed = decided(hiddenBy(threat()), Decision.Kind.CONFIRM);

    CaseChange change = shown(confirmed);

    assertThat(change.orders()).hasSize(1);
    assertThat(change.after().state()).isEqualTo(CaseState.CONFIRMED);
  }

  @Test
  void anythingElseThatAnEditorShowsStaysShownAndWaitsForAPerson() {
    CaseChange open = shown(hiddenBy(attack()));
    assertThat(open.orders()).isEmpty();
    assertThat(open.settled()).as("nobody is alarmed").isEmpty();
    assertThat(open.after().disagreement().newest()).isEqualTo(Kind.SHOWN);

    CaseChange closed = shown(decided(hiddenBy(attack()), Decision.Kind.CONFIRM));
    assertThat(closed.orders()).isEmpty();
    assertThat(closed.events())
        .extracting(Event::kind)
        .containsExactly("restored-on-platform", "reopened");
    assertThat(closed.after().open()).isTrue();
    assertThat(closed.after().place().openedAt()).isEqualTo(LATER);
    assertThat(OnDecision.isLegal(closed.after(), Decision.Kind.HIDE)).isTrue();
  }

  @Test
  void whatAPersonHidIsNeverHiddenAgainWithoutAPerson() {
    Case byPerson = decided(opened(disclosure()), Decision.Kind.HIDE);
    Case hidden =
        OnPlatform.taken(byPerson, byPerson.actionId().orElseThrow(), Action.HIDE, true).after();

    CaseChange change = shown(hidden);

    assertThat(change.orders()).isEmpty();
    assertThat(change.after().open()).isTrue();
    assertThat(change.settled()).as("a danger is told at once").isPresent();
  }

  @Test
  void aHideThatArrivesAfterARestoreIsAskedAbout() {
    CaseChange change = hidden(restored(hiddenBy(attack())));

    assertThat(change.events())
        .extracting(Event::kind)
        .containsExactly("hidden-on-platform", "reopened");
    assertThat(change.after().disagreement().newest()).isEqualTo(Kind.HIDDEN);
    assertThat(OnDecision.isLegal(change.after(), Decision.Kind.RESTORE)).isTrue();
    assertThat(change.settled()).isEmpty();
  }

  @Test
  void aCommentThatThePlatformHeldAndAnEditorShowsIsHiddenIfThePolicySaysSo() {
    Case held =
        OnVerdict.change(Optional.empty(), judged("r1", Visibility.HIDDEN, false, threat()), NOON)
            .orElseThrow()
            .after();

    assertThat(shown(held).orders()).extracting(Order::action).containsExactly(Action.HIDE);
  }

  @Test
  void whereTheClauseHidesNothingAnEditorMayShowIt() {
    Case held =
        OnVerdict.change(
                Optional.empty(), judged("r1", Visibility.HIDDEN, false, disclosure()), NOON)
            .orElseThrow()
            .after();

    CaseChange change = OnPlatform.seen(held, Visibility.VISIBLE, false, LATER).orElseThrow();

    assertThat(change.orders()).isEmpty();
    assertThat(change.after().disagreement()).isEqualTo(Disagreement.NONE);
  }

  @Test
  void anOldCommentFromTheHistoryIsNeverHiddenAgainWithoutAPerson() {
    Case old =
        OnVerdict.change(Optional.empty(), judged("r1", Visibility.HIDDEN, true, threat()), NOON)
            .orElseThrow()
            .after();

    assertThat(shown(old).orders()).isEmpty();
  }

  @Test
  void aRestoreByHandAfterThePlatformRefusedOursIsNoDisagreement() {
    Case restoring = decided(hiddenBy(threat()), Decision.Kind.RESTORE);
    Case failed =
        OnPlatform.failed(restoring, restoring.actionId().orElseThrow(), "By hand.", NOON).after();

    CaseChange change = shown(failed);

    assertThat(change.orders()).isEmpty();
    assertThat(change.settled()).isEmpty();
    assertThat(change.after().disagreement()).isEqualTo(Disagreement.NONE);
  }

  @Test
  void aNewTextIsANewMatter() {
    Case shown = shown(hiddenAgain()).after();

    Case edited =
        OnVerdict.change(Optional.of(shown), judged("r2", threat()), LATER).orElseThrow().after();
    Case same =
        OnVerdict.change(Optional.of(shown), judged("r1", threat()), LATER).orElseThrow().after();

    assertThat(edited.disagreement()).isEqualTo(Disagreement.NONE);
    assertThat(same.disagreement().hiddenAgain()).isTrue();
  }

  @Test
  void whatAPersonRestoredIsNotHiddenByThePolicyAfterAnEditorHidAndShowedIt() {
    Case restored = restored(hiddenBy(threat()));
    Case hidden = hidden(restored).after();

    CaseChange change = shown(hidden);
    CaseChange again = shown(hidden(change.after()).after());

    assertThat(change.orders()).as("a person has decided").isEmpty();
    assertThat(change.settled()).as("nobody is alarmed").isEmpty();
    assertThat(again.orders()).isEmpty();
  }
}

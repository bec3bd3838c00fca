package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.decision;
import static hallmonitor.moderation.casework.Fixtures.disclosure;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Decision.Kind;
import org.junit.jupiter.api.Test;

/** What follows when a person undoes a decision; {@link UndoPropertyTest} tries all states. */
class OnUndoTest {
  private static CaseChange undone(Case decided) {
    return OnDecision.change(decided, decision(decided, Kind.UNDO));
  }

  @Test
  void aConfirmationOrderedNothingSoTheCaseOnlyWaitsAgain() {
    Case confirmed = decided(hiddenBy(attack()), Kind.CONFIRM);

    CaseChange change = undone(confirmed);

    assertThat(change.after().state()).isEqualTo(CaseState.OPEN);
    assertThat(change.after().action()).isEqualTo(ActionState.HIDDEN);
    assertThat(change.after().actionId()).isEqualTo(confirmed.actionId());
    assertThat(change.orders()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
    assertThat(change.events())
        .containsExactly(
            new Event(
                "novak",
                "reopened",
                "As discussed.",
                confirmed.id() + "/reopened/v" + confirmed.version().number()));
  }

  @Test
  void aHideIsUndoneByARestoreAndItsStrikeNoLongerCounts() {
    CaseChange change = undone(decided(opened(coarse()), Kind.HIDE));

    assertThat(change.orders()).extracting(Order::action).containsExactly(Action.RESTORE);
    assertThat(change.after().action()).isEqualTo(ActionState.RESTORE_ORDERED);
    assertThat(change.after().actionId()).contains(change.orders().get(0).actionId());
    assertThat(change.events())
        .extracting(Event::kind)
        .containsExactly("reopened", "restore-ordered");
    assertThat(change.strike()).isEqualTo(Strike.VOIDED);
  }

  @Test
  void aRestoreIsUndoneByAHideAndThePolicysStrikeCountsAgain() {
    CaseChange change = undone(decided(hiddenBy(attack()), Kind.RESTORE));

    assertThat(change.orders()).extracting(Order::action).containsExactly(Action.HIDE);
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.decided().orElseThrow().clause())
        .as("it leaves the comment hidden by a person")
        .isEqualTo("2.1");
    assertThat(change.strike()).isEqualTo(Strike.COUNTED);
  }

  @Test
  void theHideOfACommentThatIsGoneIsUndoneWithoutAnOrder() {
    Case hidden = decided(opened(coarse()), Kind.HIDE);
    Case gone = OnPlatform.gone(hidden, hidden.actionId().orElseThrow(), "").after();

    assertThat(undone(gone).orders()).isEmpty();
  }

  @Test
  void theReviewOfACommentCountedNothingSoItsDismissalTakesNothingBack() {
    assertThat(undone(decided(opened(coarse()), Kind.DISMISS)).strike())
        .isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void aClauseThatCountsNothingStillCountsNothing() {
    assertThat(undone(decided(opened(disclosure()), Kind.DISMISS)).strike())
        .isEqualTo(Strike.UNCHANGED);
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows when two people delete a comment. */
class OnDeletionTest {
  private static final Proposal PROPOSAL =
      Proposal.of(
          new UUID(1, 2),
          Proposal.Kind.DELETE_COMMENT,
          "a case",
          "4.1",
          "novak",
          "An address.",
          "{}",
          NOON);
  private static final String REASON = "Proposed by novak and approved by okafor: An address.";

  private static CaseChange deleted(Case on) {
    return OnDeletion.change(on, PROPOSAL, "okafor");
  }

  @Test
  void theDeletionIsOrderedInTheNamesOfBoth() {
    Case hidden = Fixtures.hiddenBy(Fixtures.attack());

    CaseChange change = deleted(hidden);

    UUID action = CaseIds.ofAction(hidden.id(), "r1", Action.DELETE, hidden.version().number() + 1);
    assertThat(change.orders())
        .containsExactly(
            new Order(action, Action.DELETE, "4.1", "okafor", REASON, Optional.empty()));
    assertThat(change.events())
        .containsExactly(
            new Event(
                "okafor",
                "delete-ordered",
                "Clause 4.1. " + REASON,
                hidden.id() + "/delete-ordered/v" + hidden.version().number()));
    assertThat(change.after().actionId()).contains(action);
    assertThat(change.after().action()).isEqualTo(ActionState.DELETE_ORDERED);
    assertThat(change.escalation()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void aCaseThatWaitsIsDecidedByIt() {
    CaseChange change = deleted(Fixtures.hiddenBy(Fixtures.attack()));

    assertThat(change.after().state()).isEqualTo(CaseState.HIDDEN);
    assertThat(change.decided()).contains(new Decided("okafor", "4.1", "An address."));
  }

  @Test
  void anEarlierDecisionStays() {
    Case confirmed = Fixtures.decided(Fixtures.hiddenBy(Fixtures.attack()), Decision.Kind.CONFIRM);

    CaseChange change = deleted(confirmed);

    assertThat(change.after().state()).isEqualTo(CaseState.CONFIRMED);
    assertThat(change.decided()).isEmpty();
  }

  @Test
  void whatIsGoneWaitsOrIsOrderedIsNotDeletedAndThePersonIsToldWhy() {
    Case hidden = Fixtures.hiddenBy(Fixtures.attack());

    refused(hidden.seen(Visibility.DELETED, hidden.action()), "no longer exists");
    refused(Fixtures.opened(Fixtures.threat()), "is waiting for evidence");
    refused(deleted(hidden).after(), "It is already being deleted.");
    assertThat(OnDeletion.refusal(hidden)).isEmpty();
  }

  private static void refused(Case on, String why) {
    assertThat(OnDeletion.refusal(on)).map(Object::toString).get().asString().contains(why);
    assertThatThrownBy(() -> deleted(on))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining(why);
  }
}

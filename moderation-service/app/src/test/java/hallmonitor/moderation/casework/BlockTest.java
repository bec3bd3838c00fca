package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Block.Order;
import hallmonitor.moderation.casework.Block.State;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Block.Limits LIMITS = new Block.Limits(90, 3, 365, Set.of());

  private static Block proposed(String reason, LocalDate lastDay, int strikes) {
    return Block.wanted(UUID.randomUUID(), Fixtures.CASE_ID, "novak", lastDay, false)
        .propose(reason, TODAY, strikes, LIMITS)
        .after();
  }

  private static Block proposed() {
    return proposed("Three attacks.", TODAY.plusDays(30), 3);
  }

  private static Block approved() {
    return proposed().approve("brandt", TODAY, 3, LIMITS).after();
  }

  private static Block active() {
    return approved().taken(Order.BLOCK).orElseThrow().after();
  }

  private static void refused(String words, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Decisions.NotLegal.class).hasMessageContaining(words);
  }

  @Test
  void aBlockHasAReasonRepeatedViolationsAndAnEnd() {
    refused("reason", () -> proposed(" ", TODAY.plusDays(30), 3));
    refused("There are 2.", () -> proposed("Attacks.", TODAY.plusDays(30), 2));
    refused("90 days", () -> proposed("Attacks.", TODAY.plusDays(91), 3));
    refused("tomorrow", () -> proposed("Attacks.", TODAY, 3));
    assertThat(proposed("Attacks.", TODAY.plusDays(90), 3).state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void nothingIsOrderedUntilASecondPersonApproves() {
    refused("second person", () -> proposed().approve("novak", TODAY, 3, LIMITS));
    var step = proposed().approve("brandt", TODAY, 3, LIMITS);
    assertThat(step.order()).contains(Order.BLOCK);
    assertThat(step.after().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void anApprovalLooksAgainWhetherItStillHolds() {
    refused("There are 2.", () -> proposed().approve("brandt", TODAY, 2, LIMITS));
    refused("last day", () -> proposed().approve("brandt", TODAY.plusDays(30), 3, LIMITS));
  }

  @Test
  void aProposalIsRefusedWithAReason() {
    refused("reason", () -> proposed().decline(" "));
    var step = proposed().decline("Twice is not enough.");
    assertThat(step.after().state()).isEqualTo(State.DECLINED);
    assertThat(step.order()).isEmpty();
  }

  @Test
  void itRunsFromApprovalToItsEnd() {
    assertThat(active().state()).isEqualTo(State.ACTIVE);
    var ending = active().end();
    assertThat(ending.order()).contains(Order.UNBLOCK);
    assertThat(ending.after().taken(Order.UNBLOCK).orElseThrow().after().state())
        .isEqualTo(State.ENDED);
  }

  @Test
  void aPlatformThatCannotBlocksNobody() {
    assertThat(approved().failed(Order.BLOCK).orElseThrow().after().state())
        .isEqualTo(State.FAILED);
  }

  @Test
  void anUnblockThatFailsStaysDueUntilAPersonSaysHowItWasLifted() {
    Block ending = active().end().after();
    Block stuck = ending.failed(Order.UNBLOCK).orElseThrow().after();
    assertThat(stuck.state()).isEqualTo(State.ENDING);
    refused("how", () -> stuck.endedByHand(""));
    assertThat(stuck.endedByHand("In the site's settings.").after().state()).isEqualTo(State.ENDED);
  }

  @Test
  void aResultThatANewerOrderHasOvertakenChangesNothing() {
    Block ending = approved().endEarly("A mistake.").after();
    assertThat(ending.taken(Order.BLOCK)).isEmpty();
    assertThat(ending.failed(Order.BLOCK)).isEmpty();
    assertThat(active().taken(Order.BLOCK)).as("the same again").isEmpty();
  }

  @Test
  void anIllegalStepNamesBothStates() {
    refused(
        "'active', so it can't become 'approved'", () -> active().approve("b", TODAY, 3, LIMITS));
    refused("'proposed', so it can't become 'ending'", () -> proposed().end());
    refused("'active', so it can't become 'declined'", () -> active().decline("No."));
    refused("'active', so it can't become 'ended'", () -> active().endedByHand("So."));
    refused("reason", () -> active().endEarly(""));
  }

  @Test
  void aBlockThatAPersonCarriesOutIsConfirmedWithWhatWasDone() {
    Block block =
        Block.wanted(UUID.randomUUID(), Fixtures.CASE_ID, "novak", TODAY.plusDays(30), true)
            .propose("Three attacks.", TODAY, 3, LIMITS)
            .after()
            .approve("brandt", TODAY, 3, LIMITS)
            .after();

    refused("what you did", () -> block.doneByHand(" "));
    assertThat(block.doneByHand("In the app.").after().state()).isEqualTo(State.ACTIVE);
    refused("approved", () -> approved().doneByHand("In the app."));
  }

  @Test
  void oneThatSomebodyLiftedOnThePlatformIsOverAndOrdersNothing() {
    var lifted = active().lifted().orElseThrow();
    assertThat(lifted.after().state()).isEqualTo(State.ENDED);
    assertThat(lifted.order()).isEmpty();
    assertThat(approved().lifted()).isEmpty();
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.decision;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Settled;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Decision.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests a hide that waits for its evidence, and everything that can end its wait. */
class OnSealTest {
  private static final Case HELD = opened(threat());
  private static final UUID HIDE = HELD.actionId().orElseThrow();

  @Test
  void aSealLetsTheHideGo() {
    CaseChange change = OnSeal.sealed(HELD, HIDE, 7);
    assertThat(change.settled()).contains(new Settled(HIDE, Fate.RELEASED));
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(kinds(change)).containsExactly("hide-ordered");
    assertThat(change.events().get(0).detail()).contains("record 7");
  }

  @Test
  void withoutASealItGoesAheadAndTheHistorySaysSo() {
    CaseChange change = OnSeal.waitedTooLong(HELD, HIDE, Duration.ofSeconds(30));
    assertThat(change.settled()).contains(new Settled(HIDE, Fate.RELEASED));
    assertThat(kinds(change)).containsExactly("hidden-before-seal", "hide-ordered");
    assertThat(change.events().get(0).detail())
        .isEqualTo(
            "The evidence service did not answer within 30 s; what the archive holds stands for it.");
  }

  @Test
  void aHideThatIsReleasedLeavesTheCaseOpenAsItWas() {
    Case confirmed = OnDecision.change(HELD, decision(HELD, Kind.CONFIRM)).after();
    assertThat(OnSeal.sealed(HELD, HIDE, 1).after().state()).isEqualTo(CaseState.OPEN);
    assertThat(OnSeal.sealed(confirmed, HIDE, 1).after().state()).isEqualTo(CaseState.CONFIRMED);
  }

  @Test
  void whileItWaitsAPersonMayConfirmRestoreOrHide() {
    assertThat(Arrays.stream(Kind.values()).filter(k -> OnDecision.isLegal(HELD, k)))
        .containsExactly(Kind.CONFIRM, Kind.RESTORE, Kind.HIDE);
  }

  @Test
  void aRestoreCancelsTheHideAndOrdersNothing() {
    CaseChange change = OnDecision.change(HELD, decision(HELD, Kind.RESTORE));
    assertThat(change.settled()).contains(new Settled(HIDE, Fate.CANCELLED));
    assertThat(change.orders()).isEmpty();
    assertThat(change.after().action()).isEqualTo(ActionState.NONE);
    assertThat(change.after().state()).isEqualTo(CaseState.RESTORED);
    assertThat(change.strike()).isEqualTo(Strike.VOIDED);
    assertThat(kinds(change)).containsExactly("hide-cancelled");
  }

  @Test
  void afterARestoreItCanStillBeHiddenByANewOrder() {
    Case restored = OnDecision.change(HELD, decision(HELD, Kind.RESTORE)).after();
    CaseChange change = OnDecision.change(restored, decision(restored, Kind.HIDE));
    assertThat(change.orders())
        .singleElement()
        .satisfies(o -> assertThat(o.actionId()).isNotEqualTo(HIDE));
  }

  @Test
  void aPersonWhoHidesDoesNotWaitAndOrdersNoSecondHide() {
    CaseChange change = OnDecision.change(HELD, decision(HELD, Kind.HIDE));
    assertThat(change.settled()).contains(new Settled(HIDE, Fate.RELEASED));
    assertThat(change.orders()).isEmpty();
    assertThat(change.after().state()).isEqualTo(CaseState.HIDDEN);
    assertThat(kinds(change)).containsExactly("hidden-before-seal", "hide-ordered");
    assertThat(change.events()).extracting(Event::actor).containsOnly("novak");
  }

  @Test
  void whatOthersHideOrDeleteMeanwhileIsNotHiddenOnceMore() {
    for (Visibility seen : List.of(Visibility.HIDDEN, Visibility.DELETED)) {
      CaseChange change = OnPlatform.seen(HELD, seen, true, NOON).orElseThrow();
      assertThat(change.settled()).contains(new Settled(HIDE, Fate.CANCELLED));
      assertThat(kinds(change)).endsWith("hide-cancelled");
      assertThat(change.after().situation().held()).isFalse();
    }
  }

  private static List<String> kinds(CaseChange change) {
    return change.events().stream().map(Event::kind).toList();
  }
}

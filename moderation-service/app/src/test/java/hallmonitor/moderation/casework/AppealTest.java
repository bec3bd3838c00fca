package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Appeal.About;
import hallmonitor.moderation.casework.Appeal.Ruling;
import hallmonitor.moderation.casework.Appeal.State;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppealTest {
  private static final CaseSituation HIDDEN = Fixtures.hiddenBy(Fixtures.attack()).situation();

  private static Appeal appeal(About about, String... behind) {
    return new Appeal(UUID.randomUUID(), Fixtures.CASE_ID, about, State.OPEN, Set.of(behind));
  }

  @Test
  void anyoneWhoStandsBehindTheHideDoesNotJudgeIt() {
    Appeal appeal = appeal(About.HIDE, "novak");

    assertThatThrownBy(() -> appeal.decide(Ruling.UPHOLD, "novak", "It was right.", HIDDEN))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("Another person");
    assertThat(appeal.decide(Ruling.UPHOLD, "brandt", "It was right.", HIDDEN).after().state())
        .isEqualTo(State.UPHELD);
  }

  @Test
  void overturningRestoresAndTheViolationNoLongerCounts() {
    var settled = appeal(About.HIDE).decide(Ruling.OVERTURN, "brandt", "A quote.", HIDDEN);

    assertThat(settled.after().state()).isEqualTo(State.OVERTURNED);
    assertThat(settled.onCase()).contains(Decision.Kind.RESTORE);
    assertThat(settled.voidsStrike()).isTrue();
  }

  @Test
  void upholdingConfirmsAHideThatNobodyHasConfirmed() {
    assertThat(appeal(About.HIDE).decide(Ruling.UPHOLD, "brandt", "Right.", HIDDEN).onCase())
        .contains(Decision.Kind.CONFIRM);
    CaseSituation confirmed =
        Fixtures.decided(Fixtures.hiddenBy(Fixtures.attack()), Decision.Kind.CONFIRM).situation();
    assertThat(appeal(About.HIDE).decide(Ruling.UPHOLD, "brandt", "Right.", confirmed).onCase())
        .isEmpty();
  }

  @Test
  void whatIsGoneOrVisibleAlreadyIsOverturnedWithoutAnOrder() {
    CaseSituation gone =
        new CaseSituation(CaseState.CONFIRMED, ActionState.GONE, Visibility.DELETED);

    var settled = appeal(About.HIDE).decide(Ruling.OVERTURN, "brandt", "A quote.", gone);

    assertThat(settled.onCase()).isEmpty();
    assertThat(settled.voidsStrike()).isTrue();
  }

  @Test
  void overturningABlockEndsItAndLeavesTheHide() {
    var settled =
        appeal(About.BLOCK, "novak").decide(Ruling.OVERTURN, "brandt", "Too long.", HIDDEN);

    assertThat(settled.endsBlock()).isTrue();
    assertThat(settled.onCase()).isEmpty();
    assertThat(settled.voidsStrike()).isFalse();
  }

  @Test
  void whatIsDecidedStaysDecidedAndBothStatesAreNamed() {
    Appeal decided = appeal(About.HIDE).decide(Ruling.UPHOLD, "brandt", "Right.", HIDDEN).after();

    assertThatThrownBy(() -> decided.decide(Ruling.OVERTURN, "okafor", "Wrong.", HIDDEN))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("'upheld'")
        .hasMessageContaining("'overturned'");
  }

  @Test
  void aRulingWithoutAReasonIsNone() {
    assertThatThrownBy(() -> appeal(About.HIDE).decide(Ruling.UPHOLD, "brandt", " ", HIDDEN))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("reason");
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.CASE_ID;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.decision;
import static hallmonitor.moderation.casework.Fixtures.failedDetector;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.policy.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnDecisionTest {
  @Test
  void theChangeCarriesTheDecisionWithTheClauseOfWhatStaysHidden() {
    assertThat(decide(hiddenBy(attack()), Kind.CONFIRM).decided())
        .contains(new Decided("novak", "2.1", "As discussed."));
    assertThat(decide(hiddenBy(attack()), Kind.RESTORE).decided())
        .contains(new Decided("novak", "", "As discussed."));
    assertThat(decide(hiddenBy(attack()), Kind.HARMLESS).decided())
        .contains(new Decided("novak", "", "As discussed."));
  }

  @Test
  void aStrikeCountsUnderTheClauseThatThePersonNames() {
    Clause named = clause("3.1");
    Case visible = opened(coarse());
    Decision hide =
        new Decision(
            visible.id(), 0, Kind.HIDE, "novak", Optional.of(named), "It threatens somebody.");

    assertThat(OnDecision.change(visible, hide).strikeClause()).isEqualTo("3.1");
    assertThat(decide(visible, Kind.HIDE).strikeClause()).isEqualTo("1.1");
    assertThat(decide(hiddenBy(attack()), Kind.RESTORE).strikeClause())
        .as("a decision without a clause is about the case's own")
        .isEqualTo("2.1");
  }

  @Test
  void aHiddenCommentCanBeConfirmedOrRestored() {
    assertThat(offered(hiddenBy(attack())))
        .containsExactly(Kind.CONFIRM, Kind.RESTORE, Kind.HARMLESS);
  }

  @Test
  void aVisibleCommentCanBeHiddenOrDismissed() {
    assertThat(offered(opened(coarse()))).containsExactly(Kind.HIDE, Kind.DISMISS, Kind.HARMLESS);
  }

  @Test
  void aCommentThatIsAboutToBeHiddenIsDecidedLikeAHiddenOne() {
    assertThat(offered(opened(attack())))
        .containsExactly(Kind.CONFIRM, Kind.RESTORE, Kind.HARMLESS);
  }

  @Test
  void whateverWasDoneTheOppositeAndTheUndoAreOffered() {
    assertThat(offered(decided(hiddenBy(attack()), Kind.CONFIRM)))
        .containsExactly(Kind.RESTORE, Kind.UNDO);
    assertThat(offered(decided(hiddenBy(attack()), Kind.RESTORE)))
        .containsExactly(Kind.HIDE, Kind.UNDO);
    assertThat(offered(decided(opened(coarse()), Kind.HIDE)))
        .containsExactly(Kind.RESTORE, Kind.UNDO);
    assertThat(offered(decided(opened(coarse()), Kind.DISMISS)))
        .containsExactly(Kind.HIDE, Kind.UNDO);
  }

  @Test
  void aDeletedCommentCanOnlyBeConfirmedOrDismissed() {
    Case gone =
        OnPlatform.seen(opened(coarse()), Visibility.DELETED, true, NOON).orElseThrow().after();
    assertThat(offered(gone)).containsExactly(Kind.CONFIRM, Kind.DISMISS);
  }

  @Test
  void aHideThatThePlatformRefusedCanBeTriedAgainOrClosed() {
    Case ordered = opened(attack());
    Case failed =
        OnPlatform.failed(ordered, ordered.actionId().orElseThrow(), "It cannot.", NOON).after();
    assertThat(offered(failed))
        .containsExactly(Kind.CONFIRM, Kind.HIDE, Kind.DISMISS, Kind.HARMLESS);
  }

  @Test
  void confirmingOrdersNothing() {
    CaseChange change = decide(hiddenBy(attack()), Kind.CONFIRM);
    assertThat(change.after().state()).isEqualTo(CaseState.CONFIRMED);
    assertThat(change.orders()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void restoringOrdersARestoreInThePersonsNameAndVoidsTheStrike() {
    Case hidden = hiddenBy(attack());
    CaseChange change = decide(hidden, Kind.RESTORE);
    assertThat(change.after().action()).isEqualTo(ActionState.RESTORE_ORDERED);
    assertThat(change.orders())
        .containsExactly(
            new CaseChange.Order(
                CaseIds.ofAction(CASE_ID, "r1", Action.RESTORE, hidden.version().number() + 1),
                Action.RESTORE,
                "2.1",
                "novak",
                "As discussed.",
                Optional.empty()))
        .noneMatch(CaseChange.Order::automatic);
    assertThat(change.strike()).isEqualTo(Strike.VOIDED);
  }

  @Test
  void hidingByAPersonCountsAgainstTheAuthorWhenTheClauseDoes() {
    CaseChange change = decide(opened(coarse()), Kind.HIDE);
    assertThat(change.after().state()).isEqualTo(CaseState.HIDDEN);
    assertThat(change.orders()).singleElement().matches(o -> o.action() == Action.HIDE);
    assertThat(change.strike()).isEqualTo(Strike.COUNTED);
  }

  @Test
  void dismissingVoidsTheStrike() {
    assertThat(decide(opened(coarse()), Kind.DISMISS).strike()).isEqualTo(Strike.VOIDED);
  }

  @Test
  void hidingRestoringAndHidingAgainAreThreeOrders() {
    Case first = decided(opened(coarse()), Kind.HIDE);
    Case second = decided(first, Kind.RESTORE);
    Case third = decided(second, Kind.HIDE);
    assertThat(List.of(first.actionId(), second.actionId(), third.actionId()))
        .doesNotHaveDuplicates();
  }

  @Test
  void anIllegalDecisionIsRefusedWithBothStatesNamed() {
    Case dismissed = decided(opened(coarse()), Kind.DISMISS);
    assertThatThrownBy(() -> decide(dismissed, Kind.CONFIRM))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining("'dismissed'")
        .hasMessageContaining("'confirmed'");
  }

  @Test
  void aRefusalSaysWhatHasBecomeOfTheComment() {
    Case gone =
        OnPlatform.seen(opened(coarse()), Visibility.DELETED, true, NOON).orElseThrow().after();

    assertRefused(opened(coarse()), Kind.RESTORE, "its comment is visible");
    assertRefused(hiddenBy(attack()), Kind.HIDE, "its comment is hidden");
    assertRefused(gone, Kind.HIDE, "its comment is deleted");
  }

  private static void assertRefused(Case on, Kind kind, String why) {
    assertThatThrownBy(() -> decide(on, kind))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining(why);
  }

  @Test
  void aHideCountsUnderAClauseThatCountsWhateverTheCaseRestsOn() {
    Case open = opened(Fixtures.disclosure());
    Decision chosen =
        new Decision(open.id(), 0, Kind.HIDE, "novak", Optional.of(clause("1.1")), "It is.");

    assertThat(OnDecision.change(open, chosen).strike()).isEqualTo(Strike.COUNTED);
    assertThat(decide(open, Kind.HIDE).strike()).isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void aHideRestsOnTheClauseThatThePersonChose() {
    Case open = opened(coarse());
    Decision chosen =
        new Decision(open.id(), 0, Kind.HIDE, "novak", Optional.of(clause("3.2")), "It is.");

    CaseChange change = OnDecision.change(open, chosen);

    assertThat(change.orders()).extracting(CaseChange.Order::clause).containsExactly("3.2");
    assertThat(change.events())
        .extracting(CaseChange.Event::detail)
        .containsExactly("Clause 3.2. It is.");
    // Clause 1.1, which the case rests on, counts against the author, and 3.2 does not.
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void aHideWithoutAnyClauseIsRefused() {
    Case failed = opened(failedDetector());
    assertThatThrownBy(() -> decide(failed, Kind.HIDE))
        .isInstanceOf(Decisions.NotLegal.class)
        .hasMessageContaining(
            "Every hide must name a clause, and this case has none. Choose a clause, then decide.");
    assertThat(decide(failed, Kind.DISMISS).after().state()).isEqualTo(CaseState.DISMISSED);

    Decision grounded =
        new Decision(failed.id(), 0, Kind.HIDE, "novak", Optional.of(clause("1.1")), "");
    assertThat(OnDecision.change(failed, grounded).orders()).hasSize(1);
  }

  private static Clause clause(String id) {
    return Fixtures.POLICY.clauses().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static CaseChange decide(Case on, Kind kind) {
    return OnDecision.change(on, decision(on, kind));
  }

  private static List<Kind> offered(Case on) {
    return Arrays.stream(Kind.values()).filter(k -> OnDecision.isLegal(on, k)).toList();
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.CASE_ID;
import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.disclosure;
import static hallmonitor.moderation.casework.Fixtures.failedDetector;
import static hallmonitor.moderation.casework.Fixtures.harmless;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.judged;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnVerdictTest {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  @Test
  void aHarmlessCommentOpensNoCase() {
    assertThat(first(harmless())).isEmpty();
  }

  @Test
  void aCommentToReviewOpensACaseAndStaysVisible() {
    CaseChange change = first(coarse()).orElseThrow();
    assertThat(change.after().comment()).isEqualTo(COMMENT);
    assertThat(change.after().state()).isEqualTo(CaseState.OPEN);
    assertThat(change.after().action()).isEqualTo(ActionState.NONE);
    assertThat(change.orders()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
    assertThat(kinds(change)).containsExactly("opened");
  }

  @Test
  void anAttackIsHiddenAndCountsAgainstItsAuthor() {
    CaseChange change = first(attack()).orElseThrow();
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.orders()).singleElement().matches(CaseChange.Order::automatic);
    assertThat(change.strike()).isEqualTo(Strike.COUNTED);
    assertThat(change.escalation()).isEmpty();
    assertThat(kinds(change)).containsExactly("opened", "hide-ordered");
  }

  @Test
  void anOrderCitesTheClauseAndTheReason() {
    assertThat(first(attack()).orElseThrow().orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.clause()).isEqualTo("2.1");
              assertThat(order.reason()).isEqualTo("Clause 2.1, Personal attacks: It says so.");
            });
  }

  @Test
  void aThreatIsHiddenAndReported() {
    CaseChange change = first(threat()).orElseThrow();
    assertThat(change.orders()).hasSize(1);
    assertThat(change.escalation())
        .hasValueSatisfying(
            e -> {
              assertThat(e.escalationId()).isEqualTo(CaseIds.ofEscalation(CASE_ID, "r1"));
              assertThat(e.clause().then().roles()).containsExactly("principal");
              assertThat(e.hideOrdered()).isTrue();
            });
    assertThat(change.orders().get(0).hold().map(CaseChange.Hold::escalationId))
        .as("it waits for the evidence of this escalation")
        .isEqualTo(change.escalation().map(CaseChange.Escalation::escalationId));
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_HELD);
    assertThat(kinds(change)).containsExactly("opened", "hide-held", "escalated");
    assertThat(change.after().place().urgency()).isEqualTo(Urgency.IMMEDIATE);
  }

  @Test
  void aReportOfHarmIsReportedAndStaysVisible() {
    CaseChange change = first(disclosure()).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).hasValueSatisfying(e -> assertThat(e.hideOrdered()).isFalse());
  }

  @Test
  void aThreatInAReportOfHarmThatOnlyTheSecondLookSeesIsHidden() {
    Case reported = opened(disclosure());

    CaseChange change =
        OnVerdict.change(Optional.of(reported), secondLook(threat()), LATER).orElseThrow();

    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_HELD);
    assertThat(change.escalation())
        .hasValueSatisfying(
            e ->
                assertThat(e.escalationId())
                    .as("apart from the first look's")
                    .isEqualTo(CaseIds.ofEscalation(CASE_ID, "r1/second-look")));
    assertThat(OnVerdict.change(Optional.of(change.after()), secondLook(threat()), LATER))
        .as("once")
        .isEmpty();
  }

  @Test
  void whatAPersonDecidedAboutAReportOfHarmStaysWhenTheSecondLookComes() {
    Case decided = decided(opened(disclosure()), Decision.Kind.DISMISS);

    assertThat(OnVerdict.change(Optional.of(decided), secondLook(threat()), LATER)).isEmpty();
  }

  private static JudgedRevision secondLook(Verdict verdict) {
    return new JudgedRevision(
        COMMENT, "maple-high", "r1", Visibility.VISIBLE, NOON, false, true, 0, verdict);
  }

  @Test
  void whatItsClauseDoesNotCountIsNoStrike() {
    CaseChange change = first(disclosure()).orElseThrow();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
    assertThat(change.after().verdict().strikes()).isFalse();
    assertThat(first(failedDetector()).orElseThrow().after().verdict().strikes())
        .as("no clause is behind it")
        .isFalse();
    assertThat(first(attack()).orElseThrow().after().verdict().strikes()).isTrue();
  }

  @Test
  void aFailedDetectorPutsTheCommentBeforeAPerson() {
    Case after = first(failedDetector()).orElseThrow().after();
    assertThat(after.verdict().outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(after.verdict().clause()).isEmpty();
    assertThat(after.verdict().category()).isEqualTo("detector-failure");
  }

  @Test
  void aCommentThatSomebodyHidAlreadyIsNotHiddenAgain() {
    CaseChange change =
        OnVerdict.change(Optional.empty(), judged("r1", Visibility.HIDDEN, false, attack()), NOON)
            .orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.after().action()).isEqualTo(ActionState.HIDDEN);
  }

  @Test
  void anOldThreatWaitsForAPersonInsteadOfAlarmingAnybody() {
    CaseChange change =
        OnVerdict.change(Optional.empty(), judged("r1", Visibility.VISIBLE, true, threat()), NOON)
            .orElseThrow();
    assertThat(change.after().verdict().outcome()).isEqualTo(PolicyOutcome.REVIEW);
    assertThat(change.after().place().urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
  }

  @Test
  void anEditFromHarshToThreateningIsHiddenAndReported() {
    CaseChange change = edited(opened(coarse()), threat()).orElseThrow();
    assertThat(change.after().verdict().outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(change.after().verdict().revision()).isEqualTo("r2");
    assertThat(change.orders()).singleElement().satisfies(o -> assertThat(o.hold()).isPresent());
    assertThat(kinds(change)).startsWith("judged-again");
  }

  @Test
  void anEditOfACommentThatIsAboutToBeHiddenOrdersNoSecondHide() {
    CaseChange change = edited(opened(attack()), threat()).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
    assertThat(change.after().actionId()).isEqualTo(opened(attack()).actionId());
  }

  @Test
  void aHideThatDoesNotEscalateIsNotHeld() {
    CaseChange change = first(attack()).orElseThrow();
    assertThat(change.orders()).singleElement().satisfies(o -> assertThat(o.hold()).isEmpty());
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_ORDERED);
  }

  @Test
  void anEditWhileTheHideWaitsOrdersNoSecondHide() {
    CaseChange change = edited(opened(threat()), threat()).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).isPresent();
    assertThat(change.after().action()).isEqualTo(ActionState.HIDE_HELD);
    assertThat(change.after().actionId()).isEqualTo(opened(threat()).actionId());
  }

  @Test
  void aHarmlessEditDoesNotShowAHiddenCommentAgain() {
    CaseChange change = edited(hiddenBy(attack()), harmless()).orElseThrow();
    assertThat(change.orders()).isEmpty();
    assertThat(change.after().state()).isEqualTo(CaseState.OPEN);
    assertThat(change.after().action()).isEqualTo(ActionState.HIDDEN);
    assertThat(change.after().verdict().revision()).isEqualTo("r1");
    assertThat(kinds(change)).containsExactly("edited");
  }

  @Test
  void aHarmlessEditOfAConfirmedCaseComesBeforeAPersonAgain() {
    Case confirmed = decided(hiddenBy(attack()), Decision.Kind.CONFIRM);
    CaseChange change = edited(confirmed, harmless()).orElseThrow();
    assertThat(change.after().state()).isEqualTo(CaseState.OPEN);
    assertThat(change.after().place().openedAt()).isEqualTo(LATER);
  }

  @Test
  void aHarmlessEditOfADismissedCaseIsOnlyNoted() {
    Case dismissed = decided(opened(coarse()), Decision.Kind.DISMISS);
    CaseChange change = edited(dismissed, harmless()).orElseThrow();
    assertThat(change.after()).isEqualTo(dismissed);
    assertThat(kinds(change)).containsExactly("edited");
  }

  @Test
  void aMilderEditLeavesTheGraverMatterOpen() {
    CaseChange change = edited(hiddenBy(threat()), coarse()).orElseThrow();
    assertThat(change.after().verdict().outcome()).isEqualTo(PolicyOutcome.ESCALATE);
    assertThat(change.after().verdict().revision()).isEqualTo("r1");
    assertThat(kinds(change)).containsExactly("edited");
  }

  @Test
  void anEditThatBreaksThePolicyOpensADecidedCaseAgain() {
    Case dismissed = decided(opened(coarse()), Decision.Kind.DISMISS);
    CaseChange change = edited(dismissed, attack()).orElseThrow();
    assertThat(change.after().state()).isEqualTo(CaseState.OPEN);
    assertThat(change.after().place().openedAt()).isEqualTo(LATER);
    assertThat(change.orders()).hasSize(1);
    assertThat(kinds(change)).startsWith("reopened");
  }

  @Test
  void anEditToAbuseWhileARestoreIsUnderWayIsHiddenAgain() {
    Case restoring = decided(hiddenBy(attack()), Decision.Kind.RESTORE);
    CaseChange change = edited(restoring, attack()).orElseThrow();
    assertThat(change.orders())
        .extracting(CaseChange.Order::actionId)
        .containsExactly(CaseIds.ofAction(CASE_ID, "r2", Action.HIDE, 0));
  }

  @Test
  void theVersionMovesOnWithEachChange() {
    assertThat(opened(coarse()).version().number()).isZero();
    assertThat(edited(opened(coarse()), threat()).orElseThrow().after().version().number())
        .isEqualTo(1);
  }

  private static Optional<CaseChange> first(Verdict verdict) {
    return OnVerdict.change(Optional.empty(), judged("r1", verdict), NOON);
  }

  private static Optional<CaseChange> edited(Case before, Verdict verdict) {
    return OnVerdict.change(
        Optional.of(before), judged("r2", before.situation().visibility(), false, verdict), LATER);
  }

  private static List<String> kinds(CaseChange change) {
    return change.events().stream().map(Event::kind).toList();
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.decision;
import static hallmonitor.moderation.casework.Fixtures.failedDetector;
import static hallmonitor.moderation.casework.Fixtures.faintDanger;
import static hallmonitor.moderation.casework.Fixtures.harmless;
import static hallmonitor.moderation.casework.Fixtures.judged;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests when a case is in the danger lane, and what ends its time there. */
class FaintDangerTest {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static final Clause CLAUSE = Fixtures.POLICY.clauses().get(4);

  @Test
  void aFaintDangerWaitsInTheLaneAndTellsNobody() {
    CaseChange change =
        OnVerdict.change(Optional.empty(), judged("r1", faintDanger()), NOON).orElseThrow();

    assertThat(change.after().waitsInLaneSince()).contains(NOON);
    assertThat(change.escalation()).isEmpty();
    assertThat(change.orders()).isEmpty();
  }

  @Test
  void whatIsEscalatedOrInTheLaneIsDangerousAndAFailedDetectorIsNot() {
    assertThat(List.of(threat(), faintDanger())).allMatch(verdict -> opened(verdict).dangerous());
    assertThat(List.of(coarse(), attack(), failedDetector()))
        .noneMatch(verdict -> opened(verdict).dangerous());
  }

  @Test
  void otherReviewsAndEscalationsAreNotInTheLane() {
    for (Verdict verdict : List.of(coarse(), attack(), threat(), failedDetector())) {
      assertThat(opened(verdict).waitsInLaneSince()).isEmpty();
    }
  }

  @Test
  void whatIsLongPastIsAReviewLikeOthers() {
    Case old =
        OnVerdict.change(
                Optional.empty(), judged("r1", Visibility.VISIBLE, true, faintDanger()), NOON)
            .orElseThrow()
            .after();

    assertThat(old.place()).isEqualTo(new QueuePlace(Urgency.DIGEST, NOON, Optional.empty()));
  }

  @Test
  void anEditNeitherTakesItOutOfTheLaneNorGivesItMoreTime() {
    for (Verdict verdict :
        List.of(harmless(), coarse(), attack(), failedDetector(), faintDanger())) {
      assertThat(edited(opened(faintDanger()), verdict).waitsInLaneSince()).contains(NOON);
    }
  }

  @Test
  void anEditToAMilderReviewStaysTheFirstMatter() {
    assertThat(edited(opened(faintDanger()), coarse()).verdict().clause()).isEqualTo("3.3");
  }

  @Test
  void anEditToAThreatIsEscalatedAndLeavesTheLane() {
    Case after = edited(opened(faintDanger()), threat());

    assertThat(after.waitsInLaneSince()).isEmpty();
    assertThat(after.verdict().outcome()).isEqualTo(PolicyOutcome.ESCALATE);
  }

  @Test
  void anOpenCaseThatBecomesDangerousHasItsWholeTimeFromThen() {
    Case after = edited(opened(coarse()), faintDanger());

    assertThat(after.waitsInLaneSince()).contains(LATER);
    assertThat(after.place().openedAt()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"HIDE", "DISMISS", "HARMLESS"})
  void aDecisionStopsTheTime(Kind kind) {
    assertThat(decided(opened(faintDanger()), kind).waitsInLaneSince()).isEmpty();
  }

  @Test
  void aDecisionThatWasASlipGivesNoMoreTime() {
    Case dismissed = decided(opened(faintDanger()), Kind.DISMISS);

    assertThat(OnDecision.change(dismissed, decision(dismissed, Kind.UNDO)).after())
        .extracting(Case::waitsInLaneSince)
        .isEqualTo(Optional.of(NOON));
  }

  @Test
  void noTimeRunsWhileTheCommentIsDeleted() {
    Case gone =
        OnPlatform.seen(opened(faintDanger()), Visibility.DELETED, true, LATER)
            .orElseThrow()
            .after();
    assertThat(gone.waitsInLaneSince()).isEmpty();

    Case back = OnPlatform.seen(gone, Visibility.VISIBLE, true, LATER).orElseThrow().after();
    assertThat(back.waitsInLaneSince()).contains(NOON);
  }

  @Test
  void whereSomebodyHasBeenToldAnEditDoesNotPutItIntoTheLane() {
    Case now = opened(coarse());
    ManualEscalation asked =
        new ManualEscalation(
            now.id(), 0, "novak", CLAUSE, List.of("principal"), Urgency.SOON, "Look at it.");
    Case told = OnEscalation.change(now, asked, "r1", LATER).after();

    Case after = edited(told, faintDanger());

    assertThat(after.verdict().clause()).isEqualTo("3.3");
    assertThat(after.waitsInLaneSince()).isEmpty();
  }

  @Test
  void aDecisionThatThePlatformRefusedGivesTheWholeTimeAgain() {
    Case hidden = decided(opened(faintDanger()), Kind.HIDE);

    Case failed =
        OnPlatform.failed(hidden, hidden.actionId().orElseThrow(), "It cannot.", LATER).after();

    assertThat(failed.waitsInLaneSince()).contains(LATER);
  }

  @Test
  void anEscalationByHandStopsTheTime() {
    Case now = opened(faintDanger());
    ManualEscalation asked =
        new ManualEscalation(
            now.id(), 0, "novak", CLAUSE, List.of("principal"), Urgency.SOON, "Look at it.");

    assertThat(OnEscalation.change(now, asked, "r1", LATER).after().waitsInLaneSince()).isEmpty();
  }

  @Test
  void whatNobodyDecidedIsEscalatedToTheAccountAdministrator() {
    Case now = opened(faintDanger());

    CaseChange change = OnEscalation.timeUp(now, CLAUSE, "r1", LATER);

    assertThat(change.escalation())
        .hasValueSatisfying(
            e -> {
              assertThat(e.clause().id()).isEqualTo("3.3");
              assertThat(e.clause().then().roles()).containsExactly("account-administrator");
              assertThat(e.clause().then().urgency()).isEqualTo(Urgency.SOON);
              assertThat(e.hideOrdered()).isFalse();
            });
    assertThat(change.events())
        .extracting(CaseChange.Event::kind, CaseChange.Event::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("not-decided-in-time", "policy"),
            org.assertj.core.groups.Tuple.tuple("escalated", "policy"));
    assertThat(change.after().waitsInLaneSince()).isEmpty();
    assertThat(change.after().open()).isTrue();
    assertThat(change.after().place().openedAt()).isEqualTo(NOON);
  }

  @Test
  void aTextThatWasHarmlessAsAReviewIsLookedAtAgainAsADanger() {
    Case marked = decided(opened(coarse()), Kind.HARMLESS);
    Case again =
        OnVerdict.change(Optional.of(marked), judged("r1", faintDanger()), LATER)
            .orElseThrow()
            .after();
    assertThat(again.waitsInLaneSince()).contains(LATER);

    Case seen = decided(opened(faintDanger()), Kind.HARMLESS);
    assertThat(
            OnVerdict.change(Optional.of(seen), judged("r1", faintDanger()), LATER)
                .orElseThrow()
                .after()
                .open())
        .isFalse();
  }

  private static Case edited(Case before, Verdict verdict) {
    return OnVerdict.change(Optional.of(before), judged("r2", verdict), LATER)
        .orElseThrow()
        .after();
  }
}

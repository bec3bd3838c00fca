package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.attack;
import static hallmonitor.moderation.casework.Fixtures.coarse;
import static hallmonitor.moderation.casework.Fixtures.decided;
import static hallmonitor.moderation.casework.Fixtures.decision;
import static hallmonitor.moderation.casework.Fixtures.hiddenBy;
import static hallmonitor.moderation.casework.Fixtures.judged;
import static hallmonitor.moderation.casework.Fixtures.opened;
import static hallmonitor.moderation.casework.Fixtures.threat;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a text that a person marked harmless until its author edits it. */
class HarmlessTest {
  @Test
  void aVisibleCommentIsDismissedAndMarked() {
    CaseChange change =
        OnDecision.change(opened(coarse()), decision(opened(coarse()), Kind.HARMLESS));
    assertThat(change.after().state()).isEqualTo(CaseState.DISMISSED);
    assertThat(change.after().harmless()).contains("r1");
    assertThat(change.orders()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.VOIDED);
    assertThat(change.events())
        .extracting(Event::kind)
        .containsExactly("dismissed", "marked-harmless");
  }

  @Test
  void aHiddenCommentIsShownAgainAndMarked() {
    Case hidden = hiddenBy(attack());
    CaseChange change = OnDecision.change(hidden, decision(hidden, Kind.HARMLESS));
    assertThat(change.after().state()).isEqualTo(CaseState.RESTORED);
    assertThat(change.orders()).singleElement().matches(o -> o.action() == Action.RESTORE);
    assertThat(change.after().version().number()).isEqualTo(hidden.version().number() + 1);
  }

  @Test
  void theSameRevisionJudgedAnewStaysClosed() {
    Case marked = decided(opened(attack()), Kind.HARMLESS);
    CaseChange change = judgedAgain(marked, "r1", attack());
    assertThat(change.after().state()).isEqualTo(CaseState.RESTORED);
    assertThat(change.orders()).isEmpty();
    assertThat(change.events()).extracting(Event::kind).containsExactly("judged-again");
  }

  @Test
  void aMereDismissalOpensAgainWhenTheSameIsJudgedAnew() {
    Case dismissed = decided(opened(coarse()), Kind.DISMISS);
    assertThat(judgedAgain(dismissed, "r1", coarse()).after().open()).isTrue();
  }

  @Test
  void anEditThatBreaksThePolicyOpensItAgain() {
    Case marked = decided(opened(coarse()), Kind.HARMLESS);
    CaseChange change = judgedAgain(marked, "r2", coarse());
    assertThat(change.after().open()).isTrue();
    assertThat(change.after().harmless()).isEmpty();
  }

  @Test
  void aGraverVerdictThanTheOneLookedAtOpensItAgain() {
    Case marked = decided(opened(coarse()), Kind.HARMLESS);
    assertThat(judgedAgain(marked, "r1", threat()).escalation()).isPresent();
  }

  @Test
  void anyoneWhoHidesItLaterTakesTheMarkBack() {
    Case hidden = decided(decided(opened(coarse()), Kind.HARMLESS), Kind.HIDE);
    assertThat(hidden.harmless()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"THREAT", "THREAT_REPORT", "SELF_HARM", "ABUSE_DISCLOSURE", "CONFIDENTIAL"})
  void whatMayBeMeantByTheNextOneIsNeverSetBack(Category category) {
    assertThat(QueueDeferral.isAllowed(category.label(), Urgency.SOON, PolicyOutcome.HIDE))
        .isFalse();
  }

  @Test
  void whatIsUrgentOrEscalatedIsNeverSetBack() {
    assertThat(QueueDeferral.isAllowed("profanity", Urgency.SOON, PolicyOutcome.HIDE)).isTrue();
    assertThat(QueueDeferral.isAllowed("profanity", Urgency.IMMEDIATE, PolicyOutcome.HIDE))
        .isFalse();
    assertThat(QueueDeferral.isAllowed("profanity", Urgency.SOON, PolicyOutcome.ESCALATE))
        .isFalse();
    assertThat(QueueDeferral.isAllowed("of-an-older-version", Urgency.SOON, PolicyOutcome.HIDE))
        .isFalse();
  }

  private static CaseChange judgedAgain(Case before, String revision, Verdict verdict) {
    return OnVerdict.change(
            Optional.of(before),
            judged(revision, before.situation().visibility(), false, verdict),
            NOON)
        .orElseThrow();
  }
}

package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.COMMENT;
import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from a tip about a comment with a case, and who is notified of it. */
class OnTipTest {
  private static final UUID TIP = new UUID(0, 7);
  private static final Instant LATER = NOON.plusSeconds(600);
  private static final Clause COARSE = POLICY.clauses().get(0);
  private static final Clause THREATS = POLICY.clauses().get(2);

  private static Case aCase(Visibility visibility) {
    return OnOpening.change(
            new CaseOpening(
                COMMENT, "maple-high", "r3", NOON, visibility, COARSE, Urgency.DIGEST, "x", "x"),
            NOON)
        .after();
  }

  private static Case decided(Visibility visibility, Decision.Kind kind) {
    Case open = aCase(visibility);
    return OnDecision.change(open, new Decision(open.id(), 0, kind, "novak", "")).after();
  }

  private static CaseChange tip(Case now, boolean first) {
    return OnTip.joined(now, TIP, TipUrgency.SOON, "Look at this.", first, LATER);
  }

  @Test
  void theHistorySaysWhatWasReportedAndNotByWhom() {
    assertThat(tip(aCase(Visibility.VISIBLE), true).events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo("tip");
              assertThat(event.kind()).isEqualTo("tip-received");
              assertThat(event.detail()).isEqualTo("Look at this.");
            });
  }

  @Test
  void nothingIsHiddenAndAnOpenCaseOnlyBecomesMoreUrgent() {
    CaseChange change = tip(aCase(Visibility.VISIBLE), true);

    assertThat(change.orders()).isEmpty();
    assertThat(change.escalation()).isEmpty();
    assertThat(change.after().place().urgency()).isEqualTo(Urgency.SOON);
    assertThat(change.after().place().openedAt()).isEqualTo(NOON);
  }

  @Test
  void theFirstTipSendsAVisibleCommentBackToTheQueueAndLaterOnesDoNot() {
    Case dismissed = decided(Visibility.VISIBLE, Decision.Kind.DISMISS);

    assertThat(tip(dismissed, true).after().open()).isTrue();
    assertThat(tip(dismissed, true).after().place().openedAt()).isEqualTo(LATER);
    assertThat(tip(dismissed, false).after().open()).isFalse();
  }

  @Test
  void whatIsHiddenAlreadyStaysDecided() {
    assertThat(tip(decided(Visibility.HIDDEN, Decision.Kind.CONFIRM), true).after().open())
        .isFalse();
  }

  @Test
  void whatWasHandedInCanOnlyBeFoundActedOnOrHarmless() {
    Case elsewhere = aCase(Visibility.ELSEWHERE);

    assertThat(Arrays.stream(Decision.Kind.values()).filter(k -> OnDecision.isLegal(elsewhere, k)))
        .containsExactly(Decision.Kind.CONFIRM, Decision.Kind.DISMISS);
    assertThat(elsewhere.situation().allowsDeletion()).isFalse();
    assertThat(decided(Visibility.ELSEWHERE, Decision.Kind.CONFIRM).state())
        .isEqualTo(CaseState.CONFIRMED);
    assertThatThrownBy(() -> decided(Visibility.ELSEWHERE, Decision.Kind.HIDE))
        .hasMessageContaining("elsewhere");
  }

  @Test
  void theAccountsAdministratorIsAlwaysNotified() {
    TipNotice notice = TipNotice.of(TipUrgency.CAN_WAIT, false, THREATS);

    assertThat(notice.roles()).containsExactly("account-administrator");
    assertThat(notice.urgency()).isEqualTo(Urgency.SOON);
  }

  @Test
  void theBuildingsAdministratorIsToldOfGroupsAndOfWhatIsUrgent() {
    assertThat(TipNotice.of(TipUrgency.CAN_WAIT, true, COARSE).roles()).contains("principal");
    assertThat(TipNotice.of(TipUrgency.SOON, false, COARSE).roles()).contains("principal");
  }

  @Test
  void dangerGoesAtOnceToThoseThatThePolicyNames() {
    Clause named = POLICY.clauses().get(3);
    TipNotice notice = TipNotice.of(TipUrgency.NOW, false, named);

    assertThat(notice.urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(notice.roles()).containsAll(named.then().roles()).doesNotHaveDuplicates();
  }
}

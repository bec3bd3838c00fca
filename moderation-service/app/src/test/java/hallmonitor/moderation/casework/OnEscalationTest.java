package hallmonitor.moderation.casework;

import static hallmonitor.moderation.casework.Fixtures.NOON;
import static hallmonitor.moderation.casework.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows when a person escalates, or when something dangerous could not be hidden. */
class OnEscalationTest {
  private static final Instant LATER = NOON.plusSeconds(3_600);
  private static final Clause COARSE = POLICY.clauses().get(0);

  private static ManualEscalation asked(Case on) {
    return new ManualEscalation(
        on.id(),
        on.version().number(),
        "novak",
        COARSE,
        List.of("principal", "counselor"),
        Urgency.IMMEDIATE,
        "He means it.");
  }

  private static CaseChange change(Case on) {
    return OnEscalation.change(on, asked(on), "r7", LATER);
  }

  @Test
  void peopleAreToldUnderTheClauseAndTheCommentStaysAsItIs() {
    Case open = Fixtures.opened(Fixtures.attack());

    CaseChange change = change(open);

    assertThat(change.orders()).isEmpty();
    assertThat(change.strike()).isEqualTo(Strike.UNCHANGED);
    CaseChange.Escalation escalation = change.escalation().orElseThrow();
    assertThat(escalation.revision()).isEqualTo("r7");
    assertThat(escalation.hideOrdered()).isFalse();
    assertThat(escalation.escalationId())
        .isEqualTo(CaseIds.ofEscalationByHand(open.id(), open.version().number()));
    assertThat(escalation.clause())
        .isEqualTo(
            new Clause(
                COARSE.id(),
                COARSE.title(),
                COARSE.wording(),
                COARSE.when(),
                new Clause.Consequence(
                    PolicyOutcome.ESCALATE,
                    false,
                    List.of("principal", "counselor"),
                    Urgency.IMMEDIATE,
                    true)));
  }

  @Test
  void theHistorySaysWhoIsToldAndWhy() {
    Case open = Fixtures.opened(Fixtures.attack());

    assertThat(change(open).events())
        .containsExactly(
            new Event(
                "novak",
                "escalated-by-hand",
                "Clause 1.1, to principal, counselor. He means it.",
                open.id() + "/escalated-by-hand/v" + open.version().number()));
  }

  @Test
  void anOpenCaseKeepsItsPlaceInTimeAndBecomesAsUrgent() {
    Case open = Fixtures.opened(Fixtures.attack());

    Case after = change(open).after();

    assertThat(after.place().openedAt()).isEqualTo(open.place().openedAt());
    assertThat(after.place().urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(after.version()).isEqualTo(open.version().next());
  }

  @Test
  void aClosedCaseWaitsForAPersonAgainFromNowOn() {
    Case closed = Fixtures.decided(Fixtures.opened(Fixtures.coarse()), Decision.Kind.DISMISS);

    Case after = change(closed).after();

    assertThat(after.state()).isEqualTo(CaseState.OPEN);
    assertThat(after.place().openedAt()).isEqualTo(LATER);
  }

  @Test
  void theCategoryIsTheCasesOrTheClausesWhereADetectorFailed() {
    assertThat(category(Fixtures.attack())).isEqualTo("bullying");
    assertThat(category(Fixtures.failedDetector())).isEqualTo("profanity");
  }

  private static String category(hallmonitor.moderation.policy.Verdict verdict) {
    return change(Fixtures.opened(verdict)).escalation().orElseThrow().category();
  }

  private static final UUID HIDE = UUID.fromString("0b1f4c9a-2f8e-5d60-8a10-4e2f6f1d7c22");

  private static CaseChange notDone(Case on, boolean asked) {
    return OnEscalation.hideNotDone(on, HIDE, COARSE, "r7", "Hide it by hand.", asked, LATER);
  }

  @Test
  void aHideThatIsNotDoneIsNewsForThoseWhoAreAskedAlready() {
    Case open = Fixtures.opened(Fixtures.threat());

    CaseChange change = notDone(open, true);

    assertThat(change.escalation()).isEmpty();
    assertThat(change.after().place()).isEqualTo(open.place());
    assertThat(change.events())
        .containsExactly(
            new Event(
                "policy",
                "hide-not-done",
                "Hide it by hand.",
                "action/" + HIDE + "/hide-not-done"));
  }

  @Test
  void whereNobodyIsAskedTheAccountAdministratorIsAskedAtOnce() {
    Case open = Fixtures.opened(Fixtures.coarse());

    CaseChange change = notDone(open, false);

    CaseChange.Escalation escalation = change.escalation().orElseThrow();
    assertThat(escalation.escalationId()).isEqualTo(CaseIds.ofEscalationOfHide(HIDE));
    assertThat(escalation.revision()).isEqualTo("r7");
    assertThat(escalation.clause().then().roles()).containsExactly("account-administrator");
    assertThat(escalation.clause().then().urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(escalation.hideNotDone()).contains("Hide it by hand.");
    assertThat(change.orders()).isEmpty();
    assertThat(change.events())
        .containsExactly(
            new Event(
                "policy", "hide-not-done", "Hide it by hand.", "action/" + HIDE + "/hide-not-done"),
            new Event(
                "policy", "escalated", "account-administrator", "action/" + HIDE + "/escalated"));
    assertThat(change.after().place().urgency()).isEqualTo(Urgency.IMMEDIATE);
    assertThat(change.after().place().openedAt()).isEqualTo(open.place().openedAt());
  }

  @Test
  void aClosedCaseWaitsForAPersonAgainIfItsHideIsNotDone() {
    Case closed = Fixtures.decided(Fixtures.opened(Fixtures.coarse()), Decision.Kind.DISMISS);

    Case after = notDone(closed, false).after();

    assertThat(after.state()).isEqualTo(CaseState.OPEN);
    assertThat(after.place().openedAt()).isEqualTo(LATER);
  }

  @Test
  void anEscalationByHandNeedsRolesAndAReason() {
    Case open = Fixtures.opened(Fixtures.attack());

    assertThatIllegalArgumentException().isThrownBy(() -> asked(open, List.of(), "He means it."));
    assertThatIllegalArgumentException().isThrownBy(() -> asked(open, List.of("principal"), " "));
  }

  private static ManualEscalation asked(Case on, List<String> roles, String reason) {
    return new ManualEscalation(on.id(), 0, "novak", COARSE, roles, Urgency.SOON, reason);
  }
}

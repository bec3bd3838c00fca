package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent.ActionAsked;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.CaseHistory;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.wording.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Carries out what people ask for on the answer page, as if they had decided it in the console:
 * with the person, the clause, the order and the audit row. What the case does not allow, such as
 * hiding a hidden comment, is recorded as refused, so that the page can say so.
 */
final class AnswerPageActions {
  /** The kind of the history entry for what was not done. */
  static final String REFUSED = "ask-refused";

  private final Handle transaction;
  private final Function<String, Optional<Clause>> clauses;

  /**
   * Creates the desk.
   *
   * @param clauses finds a clause of the current policy by its id
   */
  AnswerPageActions(Handle transaction, Function<String, Optional<Clause>> clauses) {
    this.transaction = transaction;
    this.clauses = clauses;
  }

  /** Decides once; a repeated event changes nothing. */
  void take(ActionAsked asked, Instant now) throws SQLException {
    int added =
        transaction.execute(
            "insert into asked_action (ask_id, case_id) values (?, ?) on conflict do nothing",
            asked.askId(),
            asked.caseId());
    if (added == 0) {
      return;
    }
    try {
      CaseStore.decide(transaction, decision(asked), now);
    } catch (NotLegal | CaseChanged e) {
      refused(asked, e);
    }
  }

  private Decision decision(ActionAsked asked) throws SQLException {
    LockedCase locked = LockedCase.of(transaction, asked.caseId());
    Optional<Clause> clause =
        locked.now().verdict().clause().isBlank()
            ? clauseOf(asked.escalationId()).flatMap(clauses)
            : Optional.empty();
    return new Decision(
        asked.caseId(),
        locked.now().version().number(),
        asked.action() == PlatformAction.HIDE ? Decision.Kind.HIDE : Decision.Kind.RESTORE,
        asked.person(),
        clause,
        "Asked on the answer page.");
  }

  /**
   * A person may have escalated a comment that the policy allowed; then its clause is the person's.
   */
  private Optional<String> clauseOf(UUID escalationId) {
    return transaction
        .createQuery("select clause from escalation_state where escalation_id = :id")
        .bind("id", escalationId)
        .mapTo(String.class)
        .findOne();
  }

  private void refused(ActionAsked asked, Refusal why) throws SQLException {
    new CaseHistory(transaction)
        .addTo(
            asked.caseId(),
            new CaseChange.Event(
                asked.person(),
                REFUSED,
                why.sentence().toString(),
                "asked/" + asked.askId() + "/refused"));
  }
}

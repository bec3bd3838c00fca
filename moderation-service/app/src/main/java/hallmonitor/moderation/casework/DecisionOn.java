package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import java.util.Optional;

/** A person's decision on the current case: its order, strike and history entry. */
record DecisionOn(Case now, Decision decision) {
  /** Returns the same decision as another kind. */
  DecisionOn as(Decision.Kind kind) {
    return new DecisionOn(
        now,
        new Decision(decision.caseId(), decision.version(), kind, decision.by(), decision.note()));
  }

  /** Returns an order under the person's or the case's clause. */
  Order order(Action action) {
    return new Order(
        CaseIds.ofAction(now.id(), now.verdict().revision(), action, now.version().number() + 1),
        action,
        clause(),
        decision.by(),
        decision.note().isBlank() ? "Decided by a person." : decision.note(),
        Optional.empty());
  }

  static ActionState ordered(Action action) {
    return switch (action) {
      case HIDE -> ActionState.HIDE_ORDERED;
      case RESTORE -> ActionState.RESTORE_ORDERED;
      case DELETE -> ActionState.DELETE_ORDERED;
    };
  }

  /** Returns the effect of a hide on the author's count. */
  Strike strikeOfHide() {
    boolean counts = decision.clause().map(c -> c.then().strike()).orElse(now.verdict().strikes());
    return counts ? Strike.COUNTED : Strike.UNCHANGED;
  }

  Decided decided() {
    return new Decided(decision.by(), namedClause(), decision.note());
  }

  /** Returns the history entry. A decision that leaves the comment hidden names its clause. */
  Event event(String kind) {
    String named = namedClause();
    return event(kind, named.isEmpty() ? decision.note() : withNote("Clause " + named + "."));
  }

  Event event(String kind, String detail) {
    return new Event(
        decision.by(), kind, detail, now.id() + "/" + kind + "/v" + now.version().number());
  }

  String withNote(String said) {
    return decision.note().isBlank() ? said : said + " " + decision.note();
  }

  private String namedClause() {
    return now.situation().needsClause(decision.kind()) ? clause() : "";
  }

  /** Returns the clause's id; empty if neither the person nor the case names one. */
  private String clause() {
    return decision.clause().map(Clause::id).orElse(now.verdict().clause());
  }
}

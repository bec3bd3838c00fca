package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * What a person's decision does to a case.
 *
 * <p>Everything that can be undone stays undoable: a hidden comment can be restored and a visible
 * one hidden in any state. Confirming and dismissing close what waits. A hide that waits for its
 * evidence is cancelled by a restore, and goes out at once by a hide. What leaves a comment hidden
 * is a legal act and names the clause that it rests on.
 */
public final class OnDecision {
  private static final String MARKED_HARMLESS = "marked-harmless";

  private OnDecision() {}

  /** Whether the case offers this decision. */
  public static boolean isLegal(Case now, Decision.Kind kind) {
    return now.situation().allows(kind);
  }

  /**
   * Why the decision cannot be taken, in a sentence that says what to do; empty when it can.
   *
   * @param own id of the case's own clause; empty where it has none
   * @param chosen the clause that was chosen; empty for the case's own
   */
  public static Optional<Sentence> refusal(
      CaseSituation now, String own, Decision.Kind kind, Optional<Clause> chosen) {
    if (!now.allows(kind)) {
      return Optional.of(notLegal(now, kind));
    }
    return chosen.isEmpty() && own.isBlank() && now.needsClause(kind)
        ? Optional.of(
            Sentence.of(
                "A hide is a legal act and names the clause that it rests on. This case has none:"
                    + " choose a clause, then decide."))
        : Optional.empty();
  }

  /**
   * @throws Decisions.NotLegal when the case's state does not allow it, or its clause is missing
   */
  public static CaseChange change(Case now, Decision decision) {
    refusal(now.situation(), now.verdict().clause(), decision.kind(), decision.clause())
        .ifPresent(
            why -> {
              throw new Decisions.NotLegal(why);
            });
    return outcome(now, decision)
        .withDecision(new Decided(decision.by(), namedClause(now, decision), decision.note()));
  }

  private static CaseChange outcome(Case now, Decision decision) {
    return switch (decision.kind()) {
      case CONFIRM -> closed(now, decision, Strike.UNCHANGED);
      case DISMISS -> closed(now, decision, Strike.VOIDED);
      case RESTORE ->
          now.situation().held()
              ? cancelled(now, decision)
              : ordered(now, decision, Action.RESTORE, Strike.VOIDED);
      case HIDE ->
          now.situation().held()
              ? released(now, decision)
              : ordered(now, decision, Action.HIDE, hideCounts(now, decision));
      case UNDO -> OnUndo.change(now, decision);
      case HARMLESS -> harmless(now, decision);
    };
  }

  /** Shows the comment as a restore or a dismissal does, and notes what was said of its text. */
  private static CaseChange harmless(Case now, Decision decision) {
    Decision.Kind shown =
        now.situation().endsHidden() ? Decision.Kind.RESTORE : Decision.Kind.DISMISS;
    CaseChange change =
        outcome(
            now,
            new Decision(
                decision.caseId(), decision.version(), shown, decision.by(), decision.note()));
    return change.with(
        change.after().harmlessUntilEdited(),
        event(now, decision, MARKED_HARMLESS, "This text is harmless until its author edits it."));
  }

  private static CaseChange closed(Case now, Decision decision, Strike strike) {
    Case after = now.with(stateAfter(decision.kind()), now.action(), now.actionId());
    Event event = event(now, decision, EnumCodes.of(after.state()));
    return new CaseChange(after, List.of(), Optional.empty(), strike, List.of(event));
  }

  private static CaseChange ordered(Case now, Decision decision, Action action, Strike strike) {
    Order order = order(now, decision, action);
    ActionState next = orderedState(action);
    Case after = now.with(stateAfter(decision.kind()), next, Optional.of(order.actionId()));
    return new CaseChange(
        after,
        List.of(order),
        Optional.empty(),
        strike,
        List.of(event(now, decision, EnumCodes.of(next))));
  }

  /** A person's order, under the clause that they chose or the case's own. */
  static Order order(Case now, Decision decision, Action action) {
    return new Order(
        CaseIds.ofAction(now.id(), now.verdict().revision(), action, now.version().number() + 1),
        action,
        clause(now, decision),
        decision.by(),
        decision.note().isBlank() ? "Decided by a person." : decision.note(),
        Optional.empty());
  }

  static ActionState orderedState(Action action) {
    return switch (action) {
      case HIDE -> ActionState.HIDE_ORDERED;
      case RESTORE -> ActionState.RESTORE_ORDERED;
      case DELETE -> ActionState.DELETE_ORDERED;
    };
  }

  /** The hide has not gone out, so there is nothing on the platform to undo. */
  private static CaseChange cancelled(Case now, Decision decision) {
    Case after = now.with(CaseState.RESTORED, ActionState.NONE, now.actionId());
    return CaseChange.settled(
        after,
        now.actionId().orElseThrow(),
        Fate.CANCELLED,
        Strike.VOIDED,
        List.of(
            event(
                now, decision, "hide-cancelled", sentence(decision, "The hide never went out."))));
  }

  /** Whoever says that it must go now does not wait for the evidence; the history says so. */
  private static CaseChange released(Case now, Decision decision) {
    Case after = now.with(CaseState.HIDDEN, ActionState.HIDE_ORDERED, now.actionId());
    return CaseChange.settled(
        after,
        now.actionId().orElseThrow(),
        Fate.RELEASED,
        hideCounts(now, decision),
        List.of(
            event(
                now,
                decision,
                OnSeal.HIDDEN_BEFORE_SEAL,
                "A person did not wait for the seal; what the archive holds stands for it."),
            event(now, decision, EnumCodes.of(after.action()))));
  }

  private static String namedClause(Case now, Decision decision) {
    return now.situation().needsClause(decision.kind()) ? clause(now, decision) : "";
  }

  /** The clause's id; empty where none is named and the case has none. */
  private static String clause(Case now, Decision decision) {
    return decision.clause().map(Clause::id).orElse(now.verdict().clause());
  }

  private static String sentence(Decision decision, String said) {
    return decision.note().isBlank() ? said : said + " " + decision.note();
  }

  private static Strike hideCounts(Case now, Decision decision) {
    boolean counts = decision.clause().map(c -> c.then().strike()).orElse(now.verdict().strikes());
    return counts ? Strike.COUNTED : Strike.UNCHANGED;
  }

  /** What leaves the comment hidden says on which clause. */
  static Event event(Case now, Decision decision, String kind) {
    String named = namedClause(now, decision);
    return event(
        now,
        decision,
        kind,
        named.isEmpty() ? decision.note() : sentence(decision, "Clause " + named + "."));
  }

  static Event event(Case now, Decision decision, String kind, String detail) {
    return new Event(
        decision.by(), kind, detail, now.id() + "/" + kind + "/v" + now.version().number());
  }

  static CaseState stateAfter(Decision.Kind kind) {
    return switch (kind) {
      case CONFIRM -> CaseState.CONFIRMED;
      case RESTORE -> CaseState.RESTORED;
      case HIDE -> CaseState.HIDDEN;
      case DISMISS, HARMLESS -> CaseState.DISMISSED;
      case UNDO -> CaseState.OPEN;
    };
  }

  private static Sentence notLegal(CaseSituation now, Decision.Kind kind) {
    Sentence comment =
        now.gone()
            ? Sentence.of("deleted")
            : now.endsHidden() ? Sentence.of("hidden") : Sentence.of("visible");
    return Sentence.of(
        "The case is '{1}' and its comment is {2}, so it cannot become '{3}'; reload the page to see what can be done.",
        now.state(), comment, stateAfter(kind));
  }
}

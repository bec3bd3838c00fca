package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * The effects of a person's decision on a case.
 *
 * <p>Everything that can be undone stays undoable: a hidden comment can be restored and a visible
 * one hidden in any state. Confirming and dismissing close a waiting case. A restore cancels a hide
 * that waits for its evidence, and a hide sends it immediately. Leaving a comment hidden is a legal
 * act and names its clause.
 */
public final class OnDecision {
  private static final String MARKED_HARMLESS = "marked-harmless";

  private OnDecision() {}

  /** Returns whether the case allows this decision. */
  public static boolean isLegal(Case now, Decision.Kind kind) {
    return now.situation().allows(kind);
  }

  /**
   * Returns one sentence that says why the decision is not possible and what to do; empty if it is.
   *
   * @param own id of the case's own clause; empty if it has none
   * @param chosen the chosen clause; empty for the case's own
   */
  public static Optional<Sentence> refusal(
      CaseSituation now, String own, Decision.Kind kind, Optional<Clause> chosen) {
    if (!now.allows(kind)) {
      return Optional.of(notLegal(now, kind));
    }
    return chosen.isEmpty() && own.isBlank() && now.needsClause(kind)
        ? Optional.of(
            Sentence.of(
                "Every hide must name a clause, and this case has none. Choose a clause, then"
                    + " decide."))
        : Optional.empty();
  }

  /**
   * Applies a decision.
   *
   * @throws Decisions.NotLegal if the case's state does not allow it, or if its clause is missing
   */
  public static CaseChange change(Case now, Decision decision) {
    refusal(now.situation(), now.verdict().clause(), decision.kind(), decision.clause())
        .ifPresent(
            why -> {
              throw new Decisions.NotLegal(why);
            });
    DecisionOn on = new DecisionOn(now, decision);
    return outcome(on).withDecision(on.decided());
  }

  private static CaseChange outcome(DecisionOn on) {
    boolean held = on.now().situation().held();
    return switch (on.decision().kind()) {
      case CONFIRM -> closed(on, Strike.UNCHANGED);
      case DISMISS -> closed(on, Strike.VOIDED);
      case RESTORE -> held ? cancelled(on) : ordered(on, Action.RESTORE, Strike.VOIDED);
      case HIDE -> held ? released(on) : ordered(on, Action.HIDE, on.strikeOfHide());
      case UNDO -> OnUndo.change(on);
      case HARMLESS -> harmless(on);
    };
  }

  /** Shows the comment like a restore or a dismissal, and records that its text is harmless. */
  private static CaseChange harmless(DecisionOn on) {
    boolean hidden = on.now().situation().endsHidden();
    CaseChange shown = outcome(on.as(hidden ? Decision.Kind.RESTORE : Decision.Kind.DISMISS));
    return shown.with(
        shown.after().harmlessUntilEdited(),
        on.event(MARKED_HARMLESS, "This text is harmless until its author edits it."));
  }

  private static CaseChange closed(DecisionOn on, Strike strike) {
    Case now = on.now();
    Case after = now.with(stateAfter(on.decision().kind()), now.action(), now.actionId());
    return new CaseChange(
        after, List.of(), Optional.empty(), strike, List.of(on.event(EnumCodes.of(after.state()))));
  }

  private static CaseChange ordered(DecisionOn on, Action action, Strike strike) {
    Order order = on.order(action);
    ActionState next = DecisionOn.ordered(action);
    return new CaseChange(
        on.now().with(stateAfter(on.decision().kind()), next, Optional.of(order.actionId())),
        List.of(order),
        Optional.empty(),
        strike,
        List.of(on.event(EnumCodes.of(next))));
  }

  /** The hide was not sent, so there is nothing to undo on the platform. */
  private static CaseChange cancelled(DecisionOn on) {
    Case now = on.now();
    return CaseChange.settled(
        now.with(CaseState.RESTORED, ActionState.NONE, now.actionId()),
        now.actionId().orElseThrow(),
        Fate.CANCELLED,
        Strike.VOIDED,
        List.of(on.event("hide-cancelled", on.withNote("The hide never went out."))));
  }

  /** The person does not want to wait for the evidence; the history records that. */
  private static CaseChange released(DecisionOn on) {
    Case now = on.now();
    Case after = now.with(CaseState.HIDDEN, ActionState.HIDE_ORDERED, now.actionId());
    return CaseChange.settled(
        after,
        now.actionId().orElseThrow(),
        Fate.RELEASED,
        on.strikeOfHide(),
        List.of(
            on.event(
                OnSeal.HIDDEN_BEFORE_SEAL,
                "A person did not wait for the seal; what the archive holds stands for it."),
            on.event(EnumCodes.of(after.action()))));
  }

  private static CaseState stateAfter(Decision.Kind kind) {
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
            : now.elsewhere()
                ? Sentence.of("elsewhere")
                : now.endsHidden() ? Sentence.of("hidden") : Sentence.of("visible");
    return Sentence.of(
        "The case is '{1}' and its comment is {2}, so it can't become '{3}'. Reload the page to see"
            + " your options.",
        now.state(), comment, stateAfter(kind));
  }
}

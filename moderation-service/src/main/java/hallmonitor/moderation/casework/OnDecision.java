package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person's decision does to a case.
 *
 * <p>Everything that can be undone stays undoable: a hidden comment can be restored and a visible
 * one hidden in any state. Confirming and dismissing close what waits. A hide that waits for its
 * evidence is cancelled by a restore, and goes out at once by a hide.
 */
public final class OnDecision {
  private static final String MARKED_HARMLESS = "marked-harmless";

  private OnDecision() {}

  /** Whether the case offers this decision. */
  public static boolean isLegal(Case now, Decision.Kind kind) {
    return now.situation().allows(kind);
  }

  /**
   * @throws Decisions.NotLegal when the case's state does not allow it
   */
  public static CaseChange change(Case now, Decision decision) {
    if (!isLegal(now, decision.kind())) {
      throw notLegal(now, decision.kind());
    }
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
              : ordered(now, decision, Action.HIDE, hideCounts(now));
      case HARMLESS -> harmless(now, decision);
    };
  }

  /** Shows the comment as a restore or a dismissal does, and notes what was said of its text. */
  private static CaseChange harmless(Case now, Decision decision) {
    Decision.Kind shown = now.endsHidden() ? Decision.Kind.RESTORE : Decision.Kind.DISMISS;
    CaseChange change =
        change(
            now,
            new Decision(
                decision.caseId(), decision.version(), shown, decision.by(), decision.note()));
    List<Event> events = new ArrayList<>(change.events());
    events.add(
        event(now, decision, MARKED_HARMLESS, "This text is harmless until its author edits it."));
    return new CaseChange(
        change.after().harmlessUntilEdited(),
        change.orders(),
        change.escalation(),
        change.strike(),
        events,
        change.settled());
  }

  private static CaseChange closed(Case now, Decision decision, Strike strike) {
    Case after = now.with(stateAfter(decision.kind()), now.action(), now.actionId());
    Event event = event(now, decision, Words.of(after.state()));
    return new CaseChange(after, List.of(), Optional.empty(), strike, List.of(event));
  }

  private static CaseChange ordered(Case now, Decision decision, Action action, Strike strike) {
    Order order =
        new Order(
            CaseIds.ofAction(now.id(), now.revision(), action, decision.version() + 1),
            action,
            now.clause(),
            decision.by(),
            decision.note().isBlank() ? "Decided by a person." : decision.note(),
            Optional.empty());
    ActionState next =
        action == Action.HIDE ? ActionState.HIDE_ORDERED : ActionState.RESTORE_ORDERED;
    Case after = now.with(stateAfter(decision.kind()), next, Optional.of(order.actionId()));
    return new CaseChange(
        after,
        List.of(order),
        Optional.empty(),
        strike,
        List.of(event(now, decision, Words.of(next))));
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
        hideCounts(now),
        List.of(
            event(
                now,
                decision,
                OnSeal.HIDDEN_BEFORE_SEAL,
                "A person did not wait for the seal; what the archive holds stands for it."),
            event(now, decision, Words.of(after.action()), decision.note())));
  }

  private static String sentence(Decision decision, String said) {
    return decision.note().isBlank() ? said : said + " " + decision.note();
  }

  private static Strike hideCounts(Case now) {
    return now.strikes() ? Strike.COUNTED : Strike.UNCHANGED;
  }

  private static Event event(Case now, Decision decision, String kind) {
    return event(now, decision, kind, decision.note());
  }

  private static Event event(Case now, Decision decision, String kind, String detail) {
    return new Event(decision.by(), kind, detail, now.id() + "/" + kind + "/v" + now.version());
  }

  private static CaseState stateAfter(Decision.Kind kind) {
    return switch (kind) {
      case CONFIRM -> CaseState.CONFIRMED;
      case RESTORE -> CaseState.RESTORED;
      case HIDE -> CaseState.HIDDEN;
      case DISMISS, HARMLESS -> CaseState.DISMISSED;
    };
  }

  private static Decisions.NotLegal notLegal(Case now, Decision.Kind kind) {
    String comment = now.gone() ? "deleted" : now.endsHidden() ? "hidden" : "visible";
    return new Decisions.NotLegal(
        "The case is '%s' and its comment is %s, so it cannot become '%s'; reload the page to see what can be done."
            .formatted(Words.of(now.state()), comment, Words.of(stateAfter(kind))));
  }
}

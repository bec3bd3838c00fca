package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back a person's newest decision. Each has its inverse: confirming and dismissing ordered
 * nothing, so the case only waits again; a restore is undone by a hide and a hide by a restore. The
 * case keeps the time since which it waits: a slip makes nobody's turn later.
 */
final class OnUndo {
  private OnUndo() {}

  /**
   * @param now not open
   */
  static CaseChange change(Case now, Decision decision) {
    List<Event> events = new ArrayList<>();
    String slip = "Taken back: '" + EnumCodes.of(now.state()) + "' was a slip.";
    events.add(
        OnDecision.event(
            now,
            decision,
            "reopened",
            decision.note().isBlank() ? slip : slip + " " + decision.note()));
    Optional<Order> order =
        now.situation().undoes().map(action -> OnDecision.order(now, decision, action));
    ActionState next = order.map(o -> OnDecision.orderedState(o.action())).orElse(now.action());
    order.ifPresent(o -> events.add(OnDecision.event(now, decision, EnumCodes.of(next))));
    Case after = now.with(CaseState.OPEN, next, order.map(Order::actionId).or(now::actionId));
    return new CaseChange(
        after, order.stream().toList(), Optional.empty(), strikeBefore(now), events);
  }

  /** What the policy counted by itself counts again; what a person's hide counted does not. */
  private static Strike strikeBefore(Case now) {
    return switch (now.state()) {
      case RESTORED, DISMISSED ->
          now.verdict().strikes() && now.verdict().outcome() != PolicyOutcome.REVIEW
              ? Strike.COUNTED
              : Strike.UNCHANGED;
      case HIDDEN -> Strike.VOIDED;
      case OPEN, CONFIRMED -> Strike.UNCHANGED;
    };
  }
}

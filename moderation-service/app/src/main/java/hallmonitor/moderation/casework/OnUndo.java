package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Undoes a person's newest decision. Each has an inverse: confirming and dismissing ordered
 * nothing, so the case only waits again; a hide undoes a restore, and a restore undoes a hide. The
 * case keeps its original waiting time, so that a mistake does not delay it.
 */
final class OnUndo {
  private OnUndo() {}

  /**
   * Undoes the decision.
   *
   * @param on a case that is not open
   */
  static CaseChange change(DecisionOn on) {
    Case now = on.now();
    List<Event> events = new ArrayList<>();
    events.add(on.event("reopened", on.decision().note()));
    Optional<Order> order = now.situation().undoes().map(on::order);
    ActionState next = order.map(o -> DecisionOn.ordered(o.action())).orElse(now.action());
    order.ifPresent(o -> events.add(on.event(EnumCodes.of(next))));
    Case after = now.with(CaseState.OPEN, next, order.map(Order::actionId).or(now::actionId));
    return new CaseChange(
        after, order.stream().toList(), Optional.empty(), strikeBefore(now), events);
  }

  /** A strike counted by the policy counts again; one from a person's hide does not. */
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

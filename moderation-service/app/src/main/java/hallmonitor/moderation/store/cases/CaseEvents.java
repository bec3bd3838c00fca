package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Action;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;

/** Converts a case change to events for the other services. */
final class CaseEvents {
  private CaseEvents() {}

  static ActionOrdered order(CaseWrite write, Order order, CommentRef ref, Instant now) {
    return new ActionOrdered(
            order.actionId(),
            write.change().after().id(),
            ref,
            action(order.action()),
            order.clause(),
            write.policyVersion(),
            write.modelVersion(),
            order.by(),
            order.reason(),
            now)
        .with(urgency(write.change().after(), order));
  }

  /**
   * Returns how urgent an order is: hides of something dangerous come first, then a person's
   * orders.
   */
  static ActionOrdered.Urgency urgency(Case ordering, Order order) {
    if (order.action() != Action.RESTORE && ordering.dangerous()) {
      return ActionOrdered.Urgency.DANGER;
    }
    return order.automatic() ? ActionOrdered.Urgency.ROUTINE : ActionOrdered.Urgency.PERSON;
  }

  static CaseEscalated escalation(
      CaseWrite write, Escalation escalation, CommentRef ref, Instant now) {
    Case after = write.change().after();
    return new CaseEscalated(
        escalation.escalationId(),
        after.id(),
        ref,
        escalation.revision(),
        escalation.clause().id(),
        escalation.clause().title(),
        escalation.category(),
        urgency(escalation.clause().then().urgency()),
        after.subject().building(),
        escalation.clause().then().roles(),
        escalation.hideOrdered(),
        escalation.hideNotDone(),
        write.snapshot().orElseThrow(),
        write.policyVersion(),
        write.modelVersion(),
        after.verdict().seenAt(),
        now,
        write.capture(),
        escalation.clause().spanishTitle());
  }

  private static PlatformAction action(Action action) {
    return switch (action) {
      case HIDE -> PlatformAction.HIDE;
      case RESTORE -> PlatformAction.RESTORE;
      case DELETE -> PlatformAction.DELETE;
    };
  }

  private static CaseEscalated.Urgency urgency(Urgency urgency) {
    return switch (urgency) {
      case IMMEDIATE -> CaseEscalated.Urgency.IMMEDIATE;
      case SOON -> CaseEscalated.Urgency.SOON;
      case DIGEST -> CaseEscalated.Urgency.DIGEST;
    };
  }
}

package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.ingest.action.Outcome.Again;
import hallmonitor.ingest.action.Outcome.Done;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentActions;
import hallmonitor.ingest.connector.CommentActions.Applied;
import hallmonitor.ingest.connector.CommentActions.Observed;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.polling.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One attempt to carry out an order. After an unknown outcome it observes before it acts. */
final class Attempt {
  private static final Duration AFTER_AUTH_LOST = Duration.ofSeconds(15);

  private final CommentActions platform;

  Attempt(CommentActions platform) {
    this.platform = platform;
  }

  Outcome make(PendingAction pending, Instant now) {
    ActionOrdered order = pending.order();
    if (!platform.capabilities().contains(Capability.of(order.action()))) {
      return new Done(
          failed(
              order,
              Why.NOT_SUPPORTED,
              "%s has no way to %s; do it there by hand where that is possible."
                  .formatted(order.comment().platform(), words(order)),
              now));
    }
    try {
      if (pending.doubtful()) {
        Observed observed = platform.observe(order.comment().id());
        if (observed.satisfies(order.action())) {
          return new Done(taken(order, true, observed, now));
        }
      }
      Applied applied = platform.apply(order.action(), order.comment().id());
      return new Done(taken(order, applied.applied(), applied.observed(), now));
    } catch (PlatformException e) {
      return after(e.fault(), pending, now);
    }
  }

  private static Outcome after(Fault fault, PendingAction pending, Instant now) {
    ActionOrdered order = pending.order();
    if (fault instanceof Fault.Gone) {
      return new Done(failed(order, Why.GONE, fault.sentence(), now));
    }
    if (fault instanceof Fault.Rejected) {
      return new Done(failed(order, Why.REFUSED, fault.sentence(), now));
    }
    Duration wait =
        fault instanceof Fault.Throttled throttled
            ? throttled.retryAfter()
            : fault instanceof Fault.AuthLost
                ? AFTER_AUTH_LOST
                : Backoff.after(pending.failures() + 1);
    String trouble = fault.getClass().getSimpleName();
    Optional<ActionResult> report =
        pending.trouble().filter(trouble::equals).isPresent()
            ? Optional.empty()
            : Optional.of(failed(order, Why.RETRYING, fault.sentence(), now));
    return new Again(wait, trouble, report, pending.doubtful() || fault instanceof Fault.Transient);
  }

  private static ActionTaken taken(
      ActionOrdered order, boolean applied, Observed observed, Instant now) {
    return new ActionTaken(
        order.actionId(),
        order.caseId(),
        order.comment(),
        order.action(),
        applied,
        observed.word(),
        now);
  }

  static ActionFailed failed(ActionOrdered order, Why why, String sentence, Instant now) {
    return new ActionFailed(
        order.actionId(), order.caseId(), order.comment(), order.action(), why, sentence, now);
  }

  private static String words(ActionOrdered order) {
    return switch (order.action()) {
      case HIDE -> "hide a comment";
      case RESTORE -> "restore a comment";
      case DELETE -> "delete a comment";
      case BLOCK_AUTHOR -> "block an author";
      case UNBLOCK_AUTHOR -> "unblock an author";
    };
  }
}

package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.ingest.action.AttemptOutcome.Again;
import hallmonitor.ingest.action.AttemptOutcome.Done;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentActions;
import hallmonitor.ingest.connector.CommentActions.Applied;
import hallmonitor.ingest.connector.CommentActions.Observed;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.polling.PollBackoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One attempt to carry out an order. After an unknown outcome it checks the platform before acting.
 */
final class ActionAttempt {
  private static final System.Logger LOG = System.getLogger(ActionAttempt.class.getName());
  private static final Duration AFTER_AUTH_LOST = Duration.ofSeconds(15);

  private final CommentActions platform;

  ActionAttempt(CommentActions platform) {
    this.platform = platform;
  }

  AttemptOutcome make(PendingAction pending, InstantSource clock) {
    ActionOrdered order = pending.order();
    if (!platform.capabilities().contains(Capability.of(order.action()))) {
      return new Done(
          failed(
              order,
              Why.NOT_SUPPORTED,
              "%s has no way to %s; do it there by hand where that is possible."
                  .formatted(order.comment().platform(), words(order)),
              clock.instant()));
    }
    try {
      if (order.reply().isPresent()) {
        Applied answered =
            platform.reply(order.actionId(), order.comment().id(), order.reply().get());
        // Only our own earlier attempt can have replied already.
        return new Done(taken(order, true, answered.observed(), clock.instant()));
      }
      if (pending.doubtful()) {
        Observed observed = platform.observe(order.comment().id());
        if (observed.satisfies(order.action())) {
          return new Done(taken(order, true, observed, clock.instant()));
        }
      }
      Applied applied = platform.apply(order.actionId(), order.action(), order.comment().id());
      return new Done(taken(order, applied.applied(), applied.observed(), clock.instant()));
    } catch (PlatformException e) {
      return after(e.fault(), pending, clock.instant());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, "action " + order.actionId() + " failed unforeseen", e);
      return after(unforeseen(e), pending, clock.instant());
    }
  }

  /**
   * Turns a connector's bug into a fault, so that the order is neither lost nor retried without a
   * pause.
   */
  private static Fault unforeseen(Throwable e) {
    return new Fault.Transient(
        "The attempt failed in a way that nobody foresaw (%s); the log of the ingest service says more. It is tried again."
            .formatted(e.getClass().getSimpleName()));
  }

  private static AttemptOutcome after(Fault fault, PendingAction pending, Instant now) {
    ActionOrdered order = pending.order();
    if (fault instanceof Fault.Gone) {
      return new Done(failed(order, Why.GONE, fault.sentence(), now));
    }
    if (fault instanceof Fault.Rejected) {
      return new Done(failed(order, Why.REFUSED, fault.sentence(), now));
    }
    Optional<Fault.Throttled> throttled =
        fault instanceof Fault.Throttled it ? Optional.of(it) : Optional.empty();
    Duration wait =
        throttled
            .map(Fault.Throttled::retryAfter)
            .orElseGet(
                () ->
                    fault instanceof Fault.AuthLost
                        ? AFTER_AUTH_LOST
                        : PollBackoff.after(pending.failures() + 1));
    String trouble = fault.getClass().getSimpleName();
    Optional<ActionResult> report =
        pending.trouble().filter(trouble::equals).isPresent()
            ? Optional.empty()
            : Optional.of(failed(order, Why.RETRYING, fault.sentence(), now));
    boolean doubtful = pending.doubtful() || fault instanceof Fault.Transient;
    return new Again(wait, trouble, report, doubtful, throttled);
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
      case REPLY -> "answer a comment";
    };
  }
}

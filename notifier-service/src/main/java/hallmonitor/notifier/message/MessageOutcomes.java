package hallmonitor.notifier.message;

import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.notifier.gateway.GatewayResult;
import hallmonitor.notifier.gateway.GatewayResult.Arrived;
import hallmonitor.notifier.gateway.GatewayResult.Cause;
import hallmonitor.notifier.gateway.GatewayResult.Later;
import hallmonitor.notifier.gateway.GatewayResult.Refused;
import hallmonitor.notifier.gateway.GatewayResult.Taken;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.escalation.Gateway;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Records the result of an attempt: in the queue, as an event, and as a trouble that someone is
 * told of by mail.
 */
final class MessageOutcomes {
  static final String AGAIN =
      "An earlier attempt ended without a result, so the message may have come twice.";

  private static final String NOT_AGAIN =
      " It is not tried again: it may have arrived, and would come too often.";

  /** One failure can be a hiccup; the second is told. */
  private static final int TOLD_FROM = 2;

  private MessageOutcomes() {}

  static void note(
      Handle transaction,
      QueuedMessage message,
      Gateway.Kind kind,
      GatewayResult result,
      Instant now) {
    if (result instanceof Taken taken) {
      taken(transaction, message, kind, taken, now);
    } else if (result instanceof Refused refused) {
      failed(transaction, message, kind, refused.why(), refused.cause(), now);
    } else if (message.isTaken()) {
      asked(transaction, message, kind, result, now);
    } else {
      later(transaction, message, kind, (Later) result, now);
    }
  }

  private static void taken(
      Handle transaction, QueuedMessage message, Gateway.Kind kind, Taken taken, Instant now) {
    Optional<Instant> question =
        taken.reference().flatMap(reference -> MessageRetries.ask(now, 1, now));
    DueMessages.taken(transaction, message, taken.reference(), question, now);
    Optional<String> note =
        Optional.of(AGAIN).filter(words -> message.unknown() > 0 && kind != Gateway.Kind.PAGERDUTY);
    MessageReports.publish(transaction, message, kind, MessageOutcome.TAKEN, note, now);
    if (question.isEmpty()) {
      works(transaction, message, now);
    }
  }

  private static void asked(
      Handle transaction,
      QueuedMessage message,
      Gateway.Kind kind,
      GatewayResult result,
      Instant now) {
    if (result instanceof Arrived) {
      DueMessages.done(transaction, message, "arrived");
      MessageReports.publish(
          transaction, message, kind, MessageOutcome.ARRIVED, Optional.empty(), now);
      works(transaction, message, now);
      return;
    }
    Optional<Instant> next =
        MessageRetries.ask(message.takenAt().orElseThrow(), message.attempts(), now);
    DueMessages.asked(transaction, message, next);
    if (next.isEmpty()) {
      works(transaction, message, now);
    }
  }

  private static void later(
      Handle transaction, QueuedMessage message, Gateway.Kind kind, Later later, Instant now) {
    int unknown = message.unknown() + (later.mayHaveArrived() ? 1 : 0);
    Optional<Instant> next =
        MessageRetries.again(message.createdAt(), message.attempts(), later.after(), now);
    if (MessageRetries.mayComeTooOften(kind, unknown)) {
      failed(transaction, message, kind, later.why() + NOT_AGAIN, Cause.GATEWAY, now);
    } else if (next.isEmpty()) {
      String why = later.why() + " It is given up: the escalation has gone on meanwhile.";
      failed(transaction, message, kind, why, Cause.GATEWAY, now);
    } else {
      DueMessages.again(transaction, message, unknown, later.why(), next.get());
      if (message.trouble().filter(later.why()::equals).isEmpty()) {
        MessageReports.publish(
            transaction, message, kind, MessageOutcome.RETRYING, Optional.of(later.why()), now);
      }
      if (message.attempts() >= TOLD_FROM) {
        Troubles.note(transaction, Troubles.gateway(message.gateway()), later.why(), now);
      }
    }
  }

  private static void failed(
      Handle transaction,
      QueuedMessage message,
      Gateway.Kind kind,
      String why,
      Cause cause,
      Instant now) {
    DueMessages.done(transaction, message, "failed");
    MessageReports.publish(
        transaction, message, kind, MessageOutcome.FAILED, Optional.of(why), now);
    if (cause == Cause.GATEWAY) {
      Troubles.note(transaction, Troubles.gateway(message.gateway()), why, now);
    } else if (cause == Cause.NUMBER) {
      message
          .person()
          .ifPresent(
              person ->
                  Troubles.note(transaction, Troubles.person(message.gateway(), person), why, now));
    }
  }

  private static void works(Handle transaction, QueuedMessage message, Instant now) {
    Troubles.over(transaction, Troubles.gateway(message.gateway()), now);
    if (message.act() == Act.TELL) {
      message
          .person()
          .ifPresent(
              person ->
                  Troubles.over(transaction, Troubles.person(message.gateway(), person), now));
    }
  }
}

package hallmonitor.notifier.message;

import hallmonitor.contract.event.EscalationEvent.MessageAct;
import hallmonitor.contract.event.EscalationEvent.MessageOutcome;
import hallmonitor.contract.event.EscalationEvent.MessageReported;
import hallmonitor.contract.event.EscalationEvent.MessageWay;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.settings.escalation.Gateway;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Publishes what became of messages, for each escalation of the conversation. */
final class MessageReports {
  private MessageReports() {}

  static void publish(
      Handle transaction,
      QueuedMessage message,
      Gateway.Kind kind,
      MessageOutcome outcome,
      Optional<String> note,
      Instant now) {
    ConversationMembers.of(transaction, message.conversation())
        .forEach(
            member ->
                EscalationEventPublisher.publish(
                    transaction,
                    new MessageReported(
                        member.escalationId(),
                        member.caseId(),
                        message.id(),
                        message.gateway(),
                        way(kind),
                        MessageAct.valueOf(message.act().name()),
                        outcome,
                        message.person(),
                        message.role(),
                        note,
                        now)));
  }

  /** Says in the case that nobody on call could be told. */
  static void roster(
      Handle transaction, UUID conversation, UUID id, String roster, String why, Instant now) {
    ConversationMembers.of(transaction, conversation)
        .forEach(
            member ->
                EscalationEventPublisher.publish(
                    transaction,
                    new MessageReported(
                        member.escalationId(),
                        member.caseId(),
                        id,
                        roster,
                        MessageWay.ROSTER,
                        MessageAct.TELL,
                        MessageOutcome.FAILED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(why),
                        now)));
  }

  private static MessageWay way(Gateway.Kind kind) {
    return switch (kind) {
      case TWILIO_TEXT -> MessageWay.TEXT;
      case TWILIO_CALL -> MessageWay.CALL;
      case PAGERDUTY -> MessageWay.PAGERDUTY;
      case TEAMS -> MessageWay.TEAMS;
      case SLACK -> MessageWay.SLACK;
    };
  }
}

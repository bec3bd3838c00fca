package hallmonitor.notifier.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.notifier.alarm.AlarmCalls;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.AwaitingAnswer;
import hallmonitor.notifier.escalation.EscalationEffect;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.message.MessageSteps;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Executes the effects of a step: queues, withdraws, publishes. Always in the step's transaction.
 */
final class EffectExecutor {
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final String consoleUrl;
  private final ClockCounts counts;
  private final MessageSteps messages;

  EffectExecutor(
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      String consoleUrl,
      ClockCounts counts) {
    this.district = district;
    this.rules = rules;
    this.consoleUrl = consoleUrl;
    this.counts = counts;
    this.messages = new MessageSteps(district, rules);
  }

  void all(Handle transaction, Conversation of, List<EscalationEffect> effects, Instant now) {
    if (isImmediate(of) && effects.stream().anyMatch(EffectExecutor::isFirst)) {
      messages.begun(transaction, of.id(), of.building(), of.state().step(), now);
    }
    effects.forEach(effect -> one(transaction, of, effect, now));
  }

  private static boolean isFirst(EscalationEffect effect) {
    return effect instanceof EscalationEffect.Tell tell
        && tell.occasion() == EscalationEffect.Occasion.TOLD;
  }

  private static boolean isImmediate(Conversation of) {
    return urgency(of) == Urgency.IMMEDIATE;
  }

  /** A digest entry that was handed to somebody becomes a notice of its own. */
  private static Urgency urgency(Conversation of) {
    return of.state() instanceof AwaitingAnswer it ? it.urgency() : of.urgency();
  }

  private void one(Handle transaction, Conversation of, EscalationEffect effect, Instant now) {
    if (effect instanceof EscalationEffect.Tell tell) {
      tell(transaction, of, tell, now);
    } else if (effect instanceof EscalationEffect.Withdraw withdraw) {
      transaction
          .createUpdate(
              "update conversation set withdrawn_below = :below where conversation_id = :id")
          .bind("below", withdraw.belowStep())
          .bind("id", of.id())
          .execute();
      NoticeQueue.withdraw(transaction, of.id(), withdraw.belowStep());
      messages.withdraw(transaction, of.id(), withdraw.belowStep());
    } else if (effect instanceof EscalationEffect.Alarm alarm) {
      alarm(transaction, of, alarm, now);
    } else {
      if (effect instanceof EscalationEffect.Remind) {
        counts.reminded();
      }
      boolean closed = effect instanceof EscalationEffect.Close;
      if (closed || effect instanceof EscalationEffect.Acknowledge) {
        messages.answered(transaction, of.id(), of.state().step(), closed, now);
      }
      publish(transaction, of.id(), (e, c) -> event(e, c, effect, now));
    }
  }

  private void tell(Handle transaction, Conversation of, EscalationEffect.Tell tell, Instant now) {
    NoticeQueue.add(transaction, of.id(), of.about(), urgency(of), tell);
    if (isImmediate(of)) {
      messages.told(transaction, of.id(), of.building(), tell, now);
    }
  }

  private void alarm(
      Handle transaction, Conversation of, EscalationEffect.Alarm alarm, Instant now) {
    String message = words(alarm.cause());
    counts.undelivered();
    UUID caseId = ConversationMembers.of(transaction, of.id()).get(0).caseId();
    publish(
        transaction,
        of.id(),
        (escalation, c) -> new EscalationEvent.Undelivered(escalation, c, message, now));
    if (isImmediate(of)) {
      messages.alarmed(transaction, of.id(), of.state().step(), now);
    }
    AlarmCalls.add(
        transaction,
        rules.get().secondChannel(),
        new AlarmCalls.Alarm(
            of.id(),
            caseId,
            of.category(),
            district.get().building(of.building()).map(b -> b.name()).orElse(of.building()),
            message,
            consoleUrl + "/cases/" + caseId,
            now));
  }

  private static String words(EscalationEffect.Alarm.Cause cause) {
    return switch (cause) {
      case NOBODY ->
          "NOBODY can be told of this case: nobody holds the roles that it asks for, or all are"
              + " away; act on it in the console and add people to district.yaml.";
      case ALL_REFUSED ->
          "NOBODY could be told of this case: the mail server refuses every notice; act on it in"
              + " the console, and correct the addresses in district.yaml.";
      case NOT_TAKEN ->
          "NOBODY has been told of this case yet: the mail server has taken no notice of it; act on"
              + " it in the console, and look after the mail server.";
    };
  }

  private static EscalationEvent event(
      UUID escalation, UUID caseId, EscalationEffect effect, Instant now) {
    if (effect instanceof EscalationEffect.Remind it) {
      return new EscalationEvent.Reminded(escalation, caseId, it.person(), now);
    }
    if (effect instanceof EscalationEffect.PassOn it) {
      return new EscalationEvent.PassedOn(
          escalation, caseId, String.join(", ", it.from()), String.join(", ", it.to()), now);
    }
    if (effect instanceof EscalationEffect.Acknowledge it) {
      return new EscalationEvent.Acknowledged(
          escalation,
          caseId,
          it.person(),
          now,
          it.until(),
          Optional.of(it.nextStep()).filter(step -> !step.isBlank()));
    }
    if (effect instanceof EscalationEffect.Expire it) {
      return new EscalationEvent.AcknowledgmentExpired(
          escalation, caseId, it.person(), String.join(", ", it.to()), now);
    }
    if (effect instanceof EscalationEffect.HandOver it) {
      return new EscalationEvent.HandedOver(escalation, caseId, it.from(), it.to(), it.note(), now);
    }
    if (effect instanceof EscalationEffect.Close it) {
      return new EscalationEvent.Closed(
          escalation, caseId, it.person(), it.outcome(), it.falseAlarm(), now);
    }
    if (effect instanceof EscalationEffect.StartClock it) {
      return clock(escalation, caseId, "Answer the escalation", it.person(), it.dueAt(), now);
    }
    if (effect instanceof EscalationEffect.StartNextStepClock it) {
      return clock(
          escalation, caseId, "Give an outcome or a next step", it.person(), it.dueAt(), now);
    }
    if (effect instanceof EscalationEffect.StopClock it) {
      return new EscalationEvent.ClockStopped(
          escalation, caseId, acknowledgement(escalation), it.by(), now);
    }
    throw new IllegalStateException("nothing to publish: " + effect);
  }

  private static EscalationEvent clock(
      UUID escalation, UUID caseId, String title, String person, Instant dueAt, Instant now) {
    return new EscalationEvent.ClockStarted(
        escalation,
        caseId,
        acknowledgement(escalation),
        ClockKind.ACKNOWLEDGE,
        title,
        "",
        "",
        Optional.of(person),
        List.of(),
        dueAt,
        now);
  }

  private static UUID acknowledgement(UUID escalation) {
    return UUID.nameUUIDFromBytes(("acknowledge/" + escalation).getBytes(UTF_8));
  }

  /** Publishes an event for each escalation of the conversation. */
  static void publish(
      Handle transaction, UUID conversation, BiFunction<UUID, UUID, EscalationEvent> event) {
    for (Member member : ConversationMembers.of(transaction, conversation)) {
      EscalationEventPublisher.publish(
          transaction, event.apply(member.escalationId(), member.caseId()));
    }
  }

  /** Closes a case separately. */
  static void closeApart(
      Handle transaction, Member of, String by, String outcome, boolean falseAlarm, Instant now) {
    UUID escalation = of.escalationId();
    EscalationEventPublisher.publish(
        transaction,
        new EscalationEvent.Closed(escalation, of.caseId(), by, outcome, falseAlarm, now));
    EscalationEventPublisher.publish(
        transaction,
        new EscalationEvent.ClockStopped(
            escalation, of.caseId(), acknowledgement(escalation), by, now));
  }

  /** Publishes the conversation's current state for an escalation that just joined. */
  void standing(Handle transaction, Conversation of, UUID escalation, UUID caseId, Instant now) {
    if (of.state() instanceof Acknowledged it) {
      EscalationEventPublisher.publish(
          transaction,
          event(
              escalation,
              caseId,
              new EscalationEffect.Acknowledge(it.by(), it.until(), it.nextStep()),
              now));
    } else if (of.state() instanceof AwaitingAnswer it) {
      String person = it.with().isEmpty() ? "" : it.with().get(0).person();
      EscalationEventPublisher.publish(
          transaction,
          event(escalation, caseId, new EscalationEffect.StartClock(person, it.nextAt()), now));
    }
  }
}

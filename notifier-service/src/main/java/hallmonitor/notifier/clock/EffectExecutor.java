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
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Executes the effects of a step: queues, withdraws, publishes. Always in the step's batch. */
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

  void all(StepBatch steps, Conversation of, List<EscalationEffect> effects) {
    Instant now = steps.now();
    if (isImmediate(of) && effects.stream().anyMatch(EffectExecutor::isFirst)) {
      steps.then(t -> messages.begun(t, of.id(), of.building(), of.state().step(), now));
    }
    effects.forEach(effect -> one(steps, of, effect));
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

  private void one(StepBatch steps, Conversation of, EscalationEffect effect) {
    Instant now = steps.now();
    if (effect instanceof EscalationEffect.Tell tell) {
      tell(steps, of, tell);
    } else if (effect instanceof EscalationEffect.Withdraw withdraw) {
      withdraw(steps, of.id(), withdraw.belowStep());
    } else if (effect instanceof EscalationEffect.Alarm alarm) {
      alarm(steps, of, alarm);
    } else {
      if (effect instanceof EscalationEffect.Remind) {
        counts.reminded();
      }
      boolean closed = effect instanceof EscalationEffect.Close;
      if (closed || effect instanceof EscalationEffect.Acknowledge) {
        steps.then(t -> messages.answered(t, of.id(), of.state().step(), closed, now));
      }
      steps.publish(of.id(), (e, c) -> event(e, c, effect, now));
    }
  }

  /** Nothing is earlier than the first step, so a conversation that opens withdraws nothing. */
  private void withdraw(StepBatch steps, UUID conversation, int belowStep) {
    if (belowStep == 0) {
      return;
    }
    Handle transaction = steps.written();
    transaction
        .createUpdate(
            "update conversation set withdrawn_below = :below where conversation_id = :id")
        .bind("below", belowStep)
        .bind("id", conversation)
        .execute();
    NoticeQueue.withdraw(transaction, conversation, belowStep);
    messages.withdraw(transaction, conversation, belowStep);
  }

  private void tell(StepBatch steps, Conversation of, EscalationEffect.Tell tell) {
    steps.tell(new NoticeQueue.Asked(of.id(), of.about(), urgency(of), tell));
    if (isImmediate(of)) {
      steps.then(t -> messages.told(t, of.id(), of.building(), tell, steps.now()));
    }
  }

  private void alarm(StepBatch steps, Conversation of, EscalationEffect.Alarm alarm) {
    Instant now = steps.now();
    String message = words(alarm.cause());
    counts.undelivered();
    UUID caseId = steps.members(of.id()).get(0).caseId();
    steps.publish(
        of.id(), (escalation, c) -> new EscalationEvent.Undelivered(escalation, c, message, now));
    if (isImmediate(of)) {
      steps.then(t -> messages.alarmed(t, of.id(), of.state().step(), now));
    }
    AlarmCalls.Alarm call =
        new AlarmCalls.Alarm(
            of.id(),
            caseId,
            of.category(),
            district.get().building(of.building()).map(b -> b.name()).orElse(of.building()),
            message,
            consoleUrl + "/cases/" + caseId,
            now);
    steps.then(t -> AlarmCalls.add(t, rules.get().secondChannel(), call));
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

  /** Closes a case separately. */
  static void closeApart(
      StepBatch steps, Member of, String by, String outcome, boolean falseAlarm) {
    UUID escalation = of.escalationId();
    Instant now = steps.now();
    steps.publish(
        new EscalationEvent.Closed(escalation, of.caseId(), by, outcome, falseAlarm, now));
    steps.publish(
        new EscalationEvent.ClockStopped(
            escalation, of.caseId(), acknowledgement(escalation), by, now));
  }

  /** Publishes the conversation's current state for an escalation that just joined. */
  static void standing(StepBatch steps, Conversation of, UUID escalation, UUID caseId) {
    if (of.state() instanceof Acknowledged it) {
      EscalationEffect effect =
          new EscalationEffect.Acknowledge(it.by(), it.until(), it.nextStep());
      steps.publish(event(escalation, caseId, effect, steps.now()));
    } else if (of.state() instanceof AwaitingAnswer it) {
      String person = it.with().isEmpty() ? "" : it.with().get(0).person();
      EscalationEffect effect = new EscalationEffect.StartClock(person, it.nextAt());
      steps.publish(event(escalation, caseId, effect, steps.now()));
    }
  }
}

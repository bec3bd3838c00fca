package hallmonitor.notifier.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.notifier.alarm.AlarmCalls;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Effect;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.escalation.Waiting;
import hallmonitor.notifier.publish.Publishing;
import hallmonitor.notifier.queue.Members;
import hallmonitor.notifier.queue.Members.Member;
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

/** Does what a step asks for: queues, withdraws, publishes. All in the step's transaction. */
final class Doing {
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final String consoleUrl;
  private final ClockCounts counts;

  Doing(
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      String consoleUrl,
      ClockCounts counts) {
    this.district = district;
    this.rules = rules;
    this.consoleUrl = consoleUrl;
    this.counts = counts;
  }

  void all(Handle transaction, Conversation of, List<Effect> effects, Instant now) {
    effects.forEach(effect -> one(transaction, of, effect, now));
  }

  private void one(Handle transaction, Conversation of, Effect effect, Instant now) {
    if (effect instanceof Effect.Tell tell) {
      tell(transaction, of, tell);
    } else if (effect instanceof Effect.Withdraw withdraw) {
      transaction
          .createUpdate(
              "update conversation set withdrawn_below = :below where conversation_id = :id")
          .bind("below", withdraw.belowStep())
          .bind("id", of.id())
          .execute();
      NoticeQueue.withdraw(transaction, of.id(), withdraw.belowStep());
    } else if (effect instanceof Effect.Alarm alarm) {
      alarm(transaction, of, alarm, now);
    } else {
      if (effect instanceof Effect.Remind) {
        counts.reminded();
      }
      publish(transaction, of.id(), (e, c) -> event(e, c, effect, now));
    }
  }

  private void tell(Handle transaction, Conversation of, Effect.Tell tell) {
    // What came by digest and was handed to somebody is a notice of its own from then on.
    Urgency urgency = of.course() instanceof Waiting it ? it.urgency() : of.urgency();
    NoticeQueue.add(transaction, of.id(), of.about(), urgency, tell);
  }

  private void alarm(Handle transaction, Conversation of, Effect.Alarm alarm, Instant now) {
    String message = words(alarm.cause());
    counts.undelivered();
    UUID caseId = Members.of(transaction, of.id()).get(0).caseId();
    publish(
        transaction,
        of.id(),
        (escalation, c) -> new EscalationEvent.Undelivered(escalation, c, message, now));
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

  private static String words(Effect.Alarm.Cause cause) {
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

  private static EscalationEvent event(UUID escalation, UUID caseId, Effect effect, Instant now) {
    if (effect instanceof Effect.Remind it) {
      return new EscalationEvent.Reminded(escalation, caseId, it.person(), now);
    }
    if (effect instanceof Effect.PassOn it) {
      return new EscalationEvent.PassedOn(
          escalation, caseId, String.join(", ", it.from()), String.join(", ", it.to()), now);
    }
    if (effect instanceof Effect.Acknowledge it) {
      return new EscalationEvent.Acknowledged(escalation, caseId, it.person(), now);
    }
    if (effect instanceof Effect.HandOver it) {
      return new EscalationEvent.HandedOver(escalation, caseId, it.from(), it.to(), it.note(), now);
    }
    if (effect instanceof Effect.Close it) {
      return new EscalationEvent.Closed(
          escalation, caseId, it.person(), it.outcome(), it.falseAlarm(), now);
    }
    if (effect instanceof Effect.StartClock it) {
      return new EscalationEvent.ClockStarted(
          escalation,
          caseId,
          acknowledgement(escalation),
          ClockKind.ACKNOWLEDGE,
          "Answer the escalation",
          "",
          "",
          Optional.of(it.person()),
          List.of(),
          it.dueAt(),
          now);
    }
    if (effect instanceof Effect.StopClock it) {
      return new EscalationEvent.ClockStopped(
          escalation, caseId, acknowledgement(escalation), it.by(), now);
    }
    throw new IllegalStateException("nothing to publish: " + effect);
  }

  private static UUID acknowledgement(UUID escalation) {
    return UUID.nameUUIDFromBytes(("acknowledge/" + escalation).getBytes(UTF_8));
  }

  /** For each escalation of the conversation. */
  static void publish(
      Handle transaction, UUID conversation, BiFunction<UUID, UUID, EscalationEvent> event) {
    for (Member member : Members.of(transaction, conversation)) {
      Publishing.publish(transaction, event.apply(member.escalationId(), member.caseId()));
    }
  }

  /** Closes a case by itself. */
  static void closeApart(
      Handle transaction, Member of, String by, String outcome, boolean falseAlarm, Instant now) {
    UUID escalation = of.escalationId();
    Publishing.publish(
        transaction,
        new EscalationEvent.Closed(escalation, of.caseId(), by, outcome, falseAlarm, now));
    Publishing.publish(
        transaction,
        new EscalationEvent.ClockStopped(
            escalation, of.caseId(), acknowledgement(escalation), by, now));
  }

  /** Tells an escalation that has just joined how things stand. */
  void standing(Handle transaction, Conversation of, UUID escalation, UUID caseId, Instant now) {
    if (of.course() instanceof Acknowledged it) {
      Publishing.publish(
          transaction, new EscalationEvent.Acknowledged(escalation, caseId, it.by(), now));
    } else if (of.course() instanceof Waiting it) {
      String person = it.with().isEmpty() ? "" : it.with().get(0).person();
      Publishing.publish(
          transaction, event(escalation, caseId, new Effect.StartClock(person, it.nextAt()), now));
    }
  }
}

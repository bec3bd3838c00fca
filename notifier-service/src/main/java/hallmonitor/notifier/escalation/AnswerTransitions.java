package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The effects of an answer, the same in every state that accepts one. */
final class AnswerTransitions {
  private AnswerTransitions() {}

  static EscalationTransition to(
      EscalationState from,
      Urgency urgency,
      EscalationFact.Answered answered,
      EscalationTerms terms,
      Instant now) {
    int step = from.step() + 1;
    List<EscalationEffect> effects = new ArrayList<>();
    effects.add(new EscalationEffect.Withdraw(step));
    switch (answered.answer()) {
      case ACKNOWLEDGE -> {
        return acknowledged(from, urgency, step, answered, effects, terms, now);
      }
      case HAND_OVER -> {
        Contact to = answered.to().orElseThrow();
        effects.add(new EscalationEffect.HandOver(answered.by(), to.person(), answered.note()));
        return AskTransitions.handedOver(urgency, step, answered.by(), to, effects, terms, now);
      }
      case RESOLVE, FALSE_ALARM -> {
        boolean falseAlarm = answered.answer() == EscalationFact.Answer.FALSE_ALARM;
        effects.add(new EscalationEffect.Close(answered.by(), answered.note(), falseAlarm));
        effects.add(new EscalationEffect.StopClock(answered.by()));
        return new EscalationTransition(
            new Closed(step, answered.by(), answered.note(), falseAlarm, now), effects);
      }
    }
    throw new IllegalStateException("no such answer: " + answered.answer());
  }

  private static EscalationTransition acknowledged(
      EscalationState from,
      Urgency urgency,
      int step,
      EscalationFact.Answered answered,
      List<EscalationEffect> effects,
      EscalationTerms terms,
      Instant now) {
    String by = answered.by();
    String nextStep = answered.note().strip();
    Optional<Instant> until = terms.acknowledgedUntil(urgency, now);
    effects.add(new EscalationEffect.Acknowledge(by, until, nextStep));
    effects.add(
        until
            .<EscalationEffect>map(end -> new EscalationEffect.StartNextStepClock(by, end))
            .orElseGet(() -> new EscalationEffect.StopClock(by)));
    if (from instanceof AwaitingAnswer waiting) {
      // The answer may be to what stood there before they joined.
      effects.addAll(waiting.tellsOfMore(step, terms.notBefore(urgency, now), now));
    }
    List<Contact> with =
        Stream.concat(answered.self().stream(), from.with().stream())
            .filter(distinctPeople())
            .toList();
    return new EscalationTransition(
        new Acknowledged(urgency, step, by, now, until, nextStep, from.round(), with, from.asked()),
        effects);
  }

  private static Predicate<Contact> distinctPeople() {
    Set<String> seen = new HashSet<>();
    return contact -> seen.add(contact.person());
  }
}

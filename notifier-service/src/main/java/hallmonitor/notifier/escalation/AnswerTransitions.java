package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        effects.add(new EscalationEffect.Acknowledge(answered.by()));
        effects.add(new EscalationEffect.StopClock(answered.by()));
        return new EscalationTransition(
            new Acknowledged(urgency, step, answered.by(), now), effects);
      }
      case HAND_OVER -> {
        Contact to = answered.to().orElseThrow();
        effects.add(new EscalationEffect.HandOver(answered.by(), to.person(), answered.note()));
        return AwaitingAnswer.handedOver(urgency, step, answered.by(), to, effects, terms, now);
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
}

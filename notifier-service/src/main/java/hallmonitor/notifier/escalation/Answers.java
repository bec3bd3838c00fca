package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an answer leads to, the same from every state that hears one. */
final class Answers {
  private Answers() {}

  static Next to(Course from, Urgency urgency, Fact.Answered answered, Terms terms, Instant now) {
    int step = from.step() + 1;
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Withdraw(step));
    switch (answered.answer()) {
      case ACKNOWLEDGE -> {
        effects.add(new Effect.Acknowledge(answered.by()));
        effects.add(new Effect.StopClock(answered.by()));
        return new Next(new Acknowledged(urgency, step, answered.by(), now), effects);
      }
      case HAND_OVER -> {
        Contact to = answered.to().orElseThrow();
        effects.add(new Effect.HandOver(answered.by(), to.person(), answered.note()));
        return Waiting.handedOver(urgency, step, answered.by(), to, effects, terms, now);
      }
      case RESOLVE, FALSE_ALARM -> {
        boolean falseAlarm = answered.answer() == Fact.Answer.FALSE_ALARM;
        effects.add(new Effect.Close(answered.by(), answered.note(), falseAlarm));
        effects.add(new Effect.StopClock(answered.by()));
        return new Next(new Closed(step, answered.by(), answered.note(), falseAlarm, now), effects);
      }
    }
    throw new IllegalStateException("no such answer: " + answered.answer());
  }
}

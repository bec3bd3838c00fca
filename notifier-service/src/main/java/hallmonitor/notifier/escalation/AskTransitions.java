package hallmonitor.notifier.escalation;

import hallmonitor.notifier.escalation.EscalationEffect.Alarm;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationEffect.StartClock;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the escalation starts to ask people: each way ends in an {@link AwaitingAnswer}. */
final class AskTransitions {
  private AskTransitions() {}

  static EscalationTransition begin(Urgency urgency, int step, EscalationTerms terms, Instant now) {
    List<EscalationEffect> effects = new ArrayList<>();
    effects.add(new EscalationEffect.Withdraw(step));
    List<Contact> first = ContactSelection.first(terms.contacts());
    if (first.isEmpty()) {
      return nobody(
          urgency, step, Alarm.Cause.NOBODY, Delivery.of(now, terms.pace()), effects, terms, now);
    }
    Instant told = terms.notBefore(urgency, now);
    Delivery delivery = Delivery.of(told, terms.pace());
    first.forEach(to -> effects.add(new Tell(step, to, Occasion.TOLD, List.of(), 0, told)));
    return people(urgency, step, 1, first, List.of(), delivery, told, effects, terms);
  }

  static EscalationTransition handedOver(
      Urgency urgency,
      int step,
      String by,
      Contact to,
      List<EscalationEffect> effects,
      EscalationTerms terms,
      Instant now) {
    Urgency clocked = urgency == Urgency.DIGEST ? Urgency.SOON : urgency;
    Instant told = terms.notBefore(clocked, now);
    effects.add(new Tell(step, to, Occasion.HANDED_OVER, List.of(by), 0, told));
    Delivery delivery = Delivery.of(told, terms.pace());
    return people(clocked, step, 1, List.of(to), List.of(), delivery, told, effects, terms);
  }

  /**
   * Asks the person who had acknowledged again, and those who were asked with them. Without an
   * answer it continues with the next contact as before. Starts over if none of them is known.
   */
  static EscalationTransition ranOut(Acknowledged before, EscalationTerms terms, Instant now) {
    int step = before.step() + 1;
    List<Contact> again = before.with();
    List<EscalationEffect> effects = new ArrayList<>();
    effects.add(
        new EscalationEffect.Expire(before.by(), again.stream().map(Contact::person).toList()));
    if (again.isEmpty()) {
      EscalationTransition restarted = begin(before.urgency(), step, terms, now);
      effects.addAll(restarted.effects());
      return new EscalationTransition(restarted.state(), effects);
    }
    Instant told = terms.notBefore(before.urgency(), now);
    long minutes = Math.max(0, Duration.between(before.at(), now).toMinutes());
    again.forEach(
        to ->
            effects.add(new Tell(step, to, Occasion.RAN_OUT, List.of(before.by()), minutes, told)));
    return people(
        before.urgency(),
        step,
        before.round(),
        again,
        before.asked(),
        Delivery.of(told, terms.pace()),
        told,
        effects,
        terms);
  }

  static EscalationTransition people(
      Urgency urgency,
      int step,
      int round,
      List<Contact> with,
      List<String> askedBefore,
      Delivery delivery,
      Instant told,
      List<EscalationEffect> effects,
      EscalationTerms terms) {
    List<String> asked =
        Stream.concat(askedBefore.stream(), with.stream().map(Contact::person)).distinct().toList();
    Instant passOnAt = terms.notBefore(urgency, told.plus(terms.pace().passOnAfter()));
    Instant nextAt =
        ContactSelection.reminds(terms.pace())
            ? terms.notBefore(urgency, told.plus(terms.pace().remindAfter()))
            : passOnAt;
    effects.add(new StartClock(with.get(0).person(), passOnAt));
    return new EscalationTransition(
        new AwaitingAnswer(urgency, step, round, with, asked, false, told, nextAt, delivery),
        effects);
  }

  /** Retries, because the district's file may gain a person or a corrected address. */
  static EscalationTransition nobody(
      Urgency urgency,
      int step,
      Alarm.Cause cause,
      Delivery delivery,
      List<EscalationEffect> effects,
      EscalationTerms terms,
      Instant now) {
    if (!delivery.alarmed()) {
      effects.add(new Alarm(cause));
    }
    Instant again = terms.notBefore(urgency, now.plus(terms.pace().passOnAfter()));
    return new EscalationTransition(
        new AwaitingAnswer(
            urgency, step, 1, List.of(), List.of(), false, now, again, delivery.withAlarm()),
        effects);
  }
}

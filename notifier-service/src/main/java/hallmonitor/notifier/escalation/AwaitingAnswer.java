package hallmonitor.notifier.escalation;

import hallmonitor.notifier.escalation.EscalationEffect.Alarm;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * No one has acted yet. Reminds, then goes to the next contact, round after round, until someone
 * acts; it always has a next due time. No matter how late it is processed, it takes one step, and
 * the next one is due a whole interval later.
 *
 * @param round number of the current pass through the contacts, from 1
 * @param with who is asked now; empty if no one can be asked
 * @param asked ids of everyone who was asked in this round
 * @param reminded whether the people asked now were reminded
 * @param since when they were notified
 * @param nextAt when they are reminded, or the next ones are notified
 */
public record AwaitingAnswer(
    Urgency urgency,
    int step,
    int round,
    List<Contact> with,
    List<String> asked,
    boolean reminded,
    Instant since,
    Instant nextAt,
    Delivery delivery)
    implements EscalationState {
  public AwaitingAnswer {
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(nextAt, "nextAt");
    Objects.requireNonNull(delivery, "delivery");
    with = with == null ? List.of() : List.copyOf(with);
    asked = asked == null ? List.of() : List.copyOf(asked);
  }

  @Override
  public Optional<Instant> dueAt() {
    return Stream.of(Optional.of(nextAt), delivery.alarmAt(), delivery.moreAt())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  @Override
  public String name() {
    return "waiting";
  }

  @Override
  public EscalationState earlier(Duration by) {
    return new AwaitingAnswer(
        urgency,
        step,
        round,
        with,
        asked,
        reminded,
        since.minus(by),
        nextAt.minus(by),
        delivery.earlier(by));
  }

  @Override
  public EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now) {
    if (fact instanceof EscalationFact.TimePassed) {
      return timePassed(terms, now);
    }
    if (fact instanceof EscalationFact.Delivered) {
      return EscalationTransition.unchanged(but(delivery.taken()));
    }
    if (fact instanceof EscalationFact.Refused refused) {
      return refused(refused.person(), terms, now);
    }
    if (fact instanceof EscalationFact.Joined joined) {
      return joined(joined, terms, now);
    }
    return AnswerTransitions.to(this, urgency, (EscalationFact.Answered) fact, terms, now);
  }

  private EscalationTransition timePassed(EscalationTerms terms, Instant now) {
    if (delivery.alarmIsDue(now)) {
      EscalationTransition rest = but(delivery.withAlarm()).timePassed(terms, now);
      List<EscalationEffect> effects = new ArrayList<>(List.of(new Alarm(Alarm.Cause.NOT_TAKEN)));
      effects.addAll(rest.effects());
      return new EscalationTransition(rest.state(), effects);
    }
    if (!nextAt.isAfter(now)) {
      boolean remind = !reminded && !with.isEmpty() && ContactSelection.reminds(terms.pace());
      return remind ? remind(terms, now) : passOn(with, terms, now);
    }
    return delivery.moreIsDue(now) ? tellOfMore(terms, now) : EscalationTransition.unchanged(this);
  }

  private EscalationTransition remind(EscalationTerms terms, Instant now) {
    int next = step + 1;
    Instant told = terms.notBefore(urgency, now);
    Duration rest = terms.pace().passOnAfter().minus(terms.pace().remindAfter());
    Instant passOnAt = terms.notBefore(urgency, told.plus(rest));
    List<EscalationEffect> effects = new ArrayList<>();
    for (Contact to : with) {
      effects.add(new EscalationEffect.Remind(to.person()));
      effects.add(new Tell(next, to, Occasion.REMINDED, List.of(), minutes(now), told));
    }
    return new EscalationTransition(
        new AwaitingAnswer(
            urgency,
            next,
            round,
            with,
            asked,
            true,
            since,
            passOnAt,
            delivery.again(told, terms.pace())),
        effects);
  }

  /** Passes on to those not yet asked in this round, or to the first of the next round. */
  private EscalationTransition passOn(List<Contact> from, EscalationTerms terms, Instant now) {
    ContactSelection.Place place = ContactSelection.next(terms, round, asked, delivery.refused());
    int next = step + 1;
    List<EscalationEffect> effects = new ArrayList<>();
    if (place.people().isEmpty()) {
      Alarm.Cause cause = terms.contacts().nobody() ? Alarm.Cause.NOBODY : Alarm.Cause.ALL_REFUSED;
      return AskTransitions.nobody(urgency, next, cause, delivery, effects, terms, now);
    }
    Instant told = terms.notBefore(urgency, now);
    List<String> before = from.stream().map(Contact::person).toList();
    List<String> after = place.people().stream().map(Contact::person).toList();
    boolean same = after.equals(before);
    if (same) {
      after.forEach(person -> effects.add(new EscalationEffect.Remind(person)));
    } else {
      effects.add(new EscalationEffect.PassOn(before, after));
    }
    for (Contact to : place.people()) {
      effects.add(
          new Tell(
              next,
              to,
              same ? Occasion.REMINDED : Occasion.PASSED_ON,
              same ? List.of() : before,
              minutes(now),
              told));
    }
    return AskTransitions.people(
        urgency,
        next,
        place.round(),
        place.people(),
        place.asked(),
        delivery.again(told, terms.pace()),
        told,
        effects,
        terms);
  }

  private EscalationTransition refused(String person, EscalationTerms terms, Instant now) {
    List<Contact> left = with.stream().filter(c -> !c.person().equals(person)).toList();
    AwaitingAnswer without =
        new AwaitingAnswer(
            urgency, step, round, left, asked, reminded, since, nextAt, delivery.refusedTo(person));
    boolean lastOne = left.isEmpty() && !with.isEmpty();
    return lastOne ? without.passOn(with, terms, now) : EscalationTransition.unchanged(without);
  }

  private EscalationTransition joined(
      EscalationFact.Joined joined, EscalationTerms terms, Instant now) {
    if (joined.more() || joined.urgency().compareTo(urgency) < 0) {
      return AskTransitions.begin(urgency.or(joined.urgency()), step + 1, terms, now);
    }
    if (delivery.moreAt().isPresent()) {
      return EscalationTransition.unchanged(this);
    }
    Instant earliest = delivery.lastMailAt().plus(terms.pace().followUpEvery());
    return EscalationTransition.unchanged(
        but(delivery.moreAt(terms.notBefore(urgency, earliest.isAfter(now) ? earliest : now))));
  }

  private EscalationTransition tellOfMore(EscalationTerms terms, Instant now) {
    int next = step + 1;
    return new EscalationTransition(
        new AwaitingAnswer(
            urgency,
            next,
            round,
            with,
            asked,
            reminded,
            since,
            nextAt,
            delivery.again(now, terms.pace())),
        tellsOfMore(next, now, now));
  }

  /** Returns the notices about comments that joined since the last mail; none if none did. */
  List<EscalationEffect> tellsOfMore(int inStep, Instant dueAt, Instant now) {
    List<Contact> to = delivery.moreAt().isPresent() ? with : List.of();
    return to.stream()
        .<EscalationEffect>map(
            one -> new Tell(inStep, one, Occasion.JOINED, List.of(), minutes(now), dueAt))
        .toList();
  }

  private AwaitingAnswer but(Delivery other) {
    return new AwaitingAnswer(urgency, step, round, with, asked, reminded, since, nextAt, other);
  }

  private long minutes(Instant now) {
    return Math.max(0, Duration.between(since, now).toMinutes());
  }
}

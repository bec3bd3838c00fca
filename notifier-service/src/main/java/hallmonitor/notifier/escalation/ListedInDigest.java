package hallmonitor.notifier.escalation;

import hallmonitor.notifier.escalation.EscalationEffect.Alarm;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Listed in a digest. It expects no answer but accepts one. */
public record ListedInDigest(int step, List<Contact> with) implements EscalationState {
  public ListedInDigest {
    with = List.copyOf(with);
  }

  static EscalationTransition begin(int step, EscalationTerms terms, Instant now) {
    List<Contact> with =
        terms.contacts().places().stream().findFirst().orElse(terms.contacts().last()).stream()
            .map(Contact::of)
            .toList();
    List<EscalationEffect> effects = new ArrayList<>();
    if (step > 0) {
      effects.add(new EscalationEffect.Withdraw(step));
    }
    effects.addAll(tell(step, with, Occasion.TOLD, terms, now));
    if (with.isEmpty()) {
      effects.add(new Alarm(Alarm.Cause.NOBODY));
    }
    return new EscalationTransition(new ListedInDigest(step, with), effects);
  }

  @Override
  public Optional<Instant> dueAt() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return "listed";
  }

  @Override
  public EscalationState earlier(Duration by) {
    return this;
  }

  @Override
  public EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now) {
    if (fact instanceof EscalationFact.Answered answered) {
      return AnswerTransitions.to(this, Urgency.DIGEST, answered, terms, now);
    }
    if (fact instanceof EscalationFact.Joined joined) {
      return joined.more() || joined.urgency() != Urgency.DIGEST
          ? EscalationState.begin(joined.urgency(), step + 1, terms, now)
          : new EscalationTransition(
              new ListedInDigest(step + 1, with),
              tell(step + 1, with, Occasion.JOINED, terms, now));
    }
    return fact instanceof EscalationFact.Refused refused
        ? refused(refused.person())
        : EscalationTransition.unchanged(this);
  }

  private EscalationTransition refused(String person) {
    List<Contact> left = with.stream().filter(c -> !c.person().equals(person)).toList();
    boolean lastOne = left.isEmpty() && !with.isEmpty();
    return new EscalationTransition(
        new ListedInDigest(step, left),
        lastOne ? List.of(new Alarm(Alarm.Cause.ALL_REFUSED)) : List.of());
  }

  private static List<EscalationEffect> tell(
      int step, List<Contact> with, Occasion occasion, EscalationTerms terms, Instant now) {
    Instant due = terms.quiet().nextDigest(now);
    List<EscalationEffect> effects = new ArrayList<>();
    with.forEach(to -> effects.add(new Tell(step, to, occasion, List.of(), 0, due)));
    return effects;
  }
}

package hallmonitor.notifier.escalation;

import hallmonitor.notifier.escalation.Effect.Alarm;
import hallmonitor.notifier.escalation.Effect.Occasion;
import hallmonitor.notifier.escalation.Effect.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** It stands in a digest and waits for nobody's answer; it can be answered nevertheless. */
public record Listed(int step, List<Contact> with) implements Course {
  public Listed {
    with = List.copyOf(with);
  }

  static Next begin(int step, Terms terms, Instant now) {
    List<Contact> with =
        terms.contacts().places().stream().findFirst().orElse(terms.contacts().last()).stream()
            .map(Contact::of)
            .toList();
    List<Effect> effects = new ArrayList<>();
    if (step > 0) {
      effects.add(new Effect.Withdraw(step));
    }
    effects.addAll(tell(step, with, Occasion.TOLD, terms, now));
    if (with.isEmpty()) {
      effects.add(new Alarm(Alarm.Cause.NOBODY));
    }
    return new Next(new Listed(step, with), effects);
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
  public Course earlier(Duration by) {
    return this;
  }

  @Override
  public Next after(Fact fact, Terms terms, Instant now) {
    if (fact instanceof Fact.Answered answered) {
      return Answers.to(this, Urgency.DIGEST, answered, terms, now);
    }
    if (fact instanceof Fact.Joined joined) {
      return joined.more() || joined.urgency() != Urgency.DIGEST
          ? Course.begin(joined.urgency(), step + 1, terms, now)
          : new Next(new Listed(step + 1, with), tell(step + 1, with, Occasion.JOINED, terms, now));
    }
    return fact instanceof Fact.Refused refused ? refused(refused.person()) : Next.unchanged(this);
  }

  private Next refused(String person) {
    List<Contact> left = with.stream().filter(c -> !c.person().equals(person)).toList();
    boolean lastOne = left.isEmpty() && !with.isEmpty();
    return new Next(
        new Listed(step, left), lastOne ? List.of(new Alarm(Alarm.Cause.ALL_REFUSED)) : List.of());
  }

  private static List<Effect> tell(
      int step, List<Contact> with, Occasion occasion, Terms terms, Instant now) {
    Instant due = terms.quiet().nextDigest(now);
    List<Effect> effects = new ArrayList<>();
    with.forEach(to -> effects.add(new Tell(step, to, occasion, List.of(), 0, due)));
    return effects;
  }
}

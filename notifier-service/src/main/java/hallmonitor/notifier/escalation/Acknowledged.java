package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person has it, as they saw it: nothing more is sent. What comes later they have not seen, so
 * that it asks again.
 */
public record Acknowledged(Urgency urgency, int step, String by, Instant at) implements Course {
  public Acknowledged {
    Objects.requireNonNull(by, "by");
  }

  @Override
  public Optional<Instant> dueAt() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return "acknowledged";
  }

  @Override
  public Course earlier(Duration than) {
    return this;
  }

  @Override
  public Next after(Fact fact, Terms terms, Instant now) {
    if (fact instanceof Fact.Answered answered) {
      boolean again = answered.answer() == Fact.Answer.ACKNOWLEDGE && answered.by().equals(by);
      return again ? Next.unchanged(this) : Answers.to(this, urgency, answered, terms, now);
    }
    return fact instanceof Fact.Joined joined
        ? Course.begin(urgency.or(joined.urgency()), step + 1, terms, now)
        : Next.unchanged(this);
  }
}

package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person has acknowledged what they saw: nothing more is sent. What comes later they have not
 * seen, so it asks again.
 */
public record Acknowledged(Urgency urgency, int step, String by, Instant at)
    implements EscalationState {
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
  public EscalationState earlier(Duration than) {
    return this;
  }

  @Override
  public EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now) {
    if (fact instanceof EscalationFact.Answered answered) {
      boolean again =
          answered.answer() == EscalationFact.Answer.ACKNOWLEDGE && answered.by().equals(by);
      return again
          ? EscalationTransition.unchanged(this)
          : AnswerTransitions.to(this, urgency, answered, terms, now);
    }
    return fact instanceof EscalationFact.Joined joined
        ? EscalationState.begin(urgency.or(joined.urgency()), step + 1, terms, now)
        : EscalationTransition.unchanged(this);
  }
}

package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The escalation is closed. */
public record Closed(int step, String by, String outcome, boolean falseAlarm, Instant at)
    implements EscalationState {
  @Override
  public Optional<Instant> dueAt() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return "closed";
  }

  @Override
  public EscalationState earlier(Duration by) {
    return this;
  }

  @Override
  public boolean hears(EscalationFact fact) {
    return !(fact instanceof EscalationFact.Answered) && !(fact instanceof EscalationFact.Joined);
  }

  @Override
  public EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now) {
    if (!hears(fact)) {
      throw EscalationState.illegal(this, fact);
    }
    return EscalationTransition.unchanged(this);
  }
}

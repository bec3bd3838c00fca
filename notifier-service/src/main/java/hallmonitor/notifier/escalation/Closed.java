package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Done. */
public record Closed(int step, String by, String outcome, boolean falseAlarm, Instant at)
    implements Course {
  @Override
  public Optional<Instant> dueAt() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return "closed";
  }

  @Override
  public Course earlier(Duration by) {
    return this;
  }

  @Override
  public boolean hears(Fact fact) {
    return !(fact instanceof Fact.Answered) && !(fact instanceof Fact.Joined);
  }

  @Override
  public Next after(Fact fact, Terms terms, Instant now) {
    if (!hears(fact)) {
      throw Course.illegal(this, fact);
    }
    return Next.unchanged(this);
  }
}

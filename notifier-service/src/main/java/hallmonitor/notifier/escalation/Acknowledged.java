package hallmonitor.notifier.escalation;

import hallmonitor.notifier.escalation.Effect.Occasion;
import hallmonitor.notifier.escalation.Effect.Tell;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A person has it. Nothing more is sent, except that more comments joined.
 *
 * @param lastMailAt when this person was last told of joined comments, or acknowledged
 * @param moreAt when the person is told of joined comments; absent when there are none untold
 */
public record Acknowledged(
    Urgency urgency, int step, String by, Instant at, Instant lastMailAt, Optional<Instant> moreAt)
    implements Course {
  public Acknowledged {
    Objects.requireNonNull(by, "by");
    moreAt = moreAt == null ? Optional.empty() : moreAt;
  }

  static Acknowledged by(String person, Urgency urgency, int step, Instant now) {
    return new Acknowledged(urgency, step, person, now, now, Optional.empty());
  }

  @Override
  public Optional<Instant> dueAt() {
    return moreAt;
  }

  @Override
  public String name() {
    return "acknowledged";
  }

  @Override
  public Course earlier(Duration than) {
    return new Acknowledged(
        urgency, step, by, at, lastMailAt.minus(than), moreAt.map(m -> m.minus(than)));
  }

  @Override
  public boolean hears(Fact fact) {
    return true;
  }

  @Override
  public Next after(Fact fact, Terms terms, Instant now) {
    if (fact instanceof Fact.Answered answered) {
      boolean again = answered.answer() == Fact.Answer.ACKNOWLEDGE && answered.by().equals(by);
      return again ? Next.unchanged(this) : Answers.to(this, urgency, answered, terms, now);
    }
    if (fact instanceof Fact.Joined joined) {
      return joined(joined.urgency(), terms, now);
    }
    boolean due =
        fact instanceof Fact.TimePassed && moreAt.filter(m -> !m.isAfter(now)).isPresent();
    return due ? tellOfMore(now) : Next.unchanged(this);
  }

  private Next joined(Urgency of, Terms terms, Instant now) {
    if (of.compareTo(urgency) < 0) {
      return Waiting.begin(of, step + 1, terms, now);
    }
    if (moreAt.isPresent() || of == Urgency.DIGEST) {
      return Next.unchanged(this);
    }
    Instant earliest = lastMailAt.plus(terms.pace().followUpEvery());
    Instant when = terms.notBefore(urgency, earliest.isAfter(now) ? earliest : now);
    return Next.unchanged(new Acknowledged(urgency, step, by, at, lastMailAt, Optional.of(when)));
  }

  private Next tellOfMore(Instant now) {
    int next = step + 1;
    Contact owner = new Contact(by, "");
    return new Next(
        new Acknowledged(urgency, next, by, at, now, Optional.empty()),
        List.of(new Tell(next, owner, Occasion.JOINED, List.of(), 0, now)));
  }
}

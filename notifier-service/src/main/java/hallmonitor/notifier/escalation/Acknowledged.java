package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A person has acknowledged what they saw, so nothing more is sent. Later comments, which they have
 * not seen, ask again. An acknowledgment that runs out asks again, too, unless the person closes
 * the escalation first. A next step gives the same amount of time again.
 *
 * @param until when the escalation asks again; empty if never, as in records of older versions
 * @param nextStep in the person's words; empty if none was given
 * @param round of the contacts that the escalation continues in, from 1
 * @param with who is asked again once it has run out, including the person
 * @param asked ids of everyone who was asked in this round
 */
public record Acknowledged(
    Urgency urgency,
    int step,
    String by,
    Instant at,
    Optional<Instant> until,
    String nextStep,
    int round,
    List<Contact> with,
    List<String> asked)
    implements EscalationState {
  public Acknowledged {
    Objects.requireNonNull(by, "by");
    until = until == null ? Optional.empty() : until;
    nextStep = nextStep == null ? "" : nextStep;
    round = Math.max(1, round);
    with = with == null ? List.of() : List.copyOf(with);
    asked = asked == null ? List.of() : List.copyOf(asked);
  }

  @Override
  public Optional<Instant> dueAt() {
    return until;
  }

  @Override
  public String name() {
    return "acknowledged";
  }

  @Override
  public EscalationState earlier(Duration than) {
    return new Acknowledged(
        urgency, step, by, at, until.map(end -> end.minus(than)), nextStep, round, with, asked);
  }

  @Override
  public EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now) {
    if (fact instanceof EscalationFact.Answered answered) {
      boolean again =
          answered.answer() == EscalationFact.Answer.ACKNOWLEDGE && answered.by().equals(by);
      return again && answered.note().isBlank()
          ? EscalationTransition.unchanged(this)
          : AnswerTransitions.to(this, urgency, answered, terms, now);
    }
    if (fact instanceof EscalationFact.Joined joined) {
      return EscalationState.begin(urgency.or(joined.urgency()), step + 1, terms, now);
    }
    boolean over =
        fact instanceof EscalationFact.TimePassed
            && until.filter(end -> !end.isAfter(now)).isPresent();
    return over ? AskTransitions.ranOut(this, terms, now) : EscalationTransition.unchanged(this);
  }
}

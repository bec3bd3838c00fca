package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an escalation has come. Pure: each fact gives the next state and what has to be done, and
 * never reads a clock.
 *
 * <pre>
 * Waiting ----answer----> Acknowledged ----answer----> Closed
 *    ^  ^------hand over-------|    ^
 *    |---raised----- Listed --------|
 *    |---escalated anew------- Acknowledged
 * </pre>
 */
public sealed interface EscalationState permits AwaitingAnswer, InDigest, Acknowledged, Closed {
  /** Grows with each thing done that people notice; with a person it makes a notice's id. */
  int step();

  /** When {@link EscalationFact.TimePassed} will do something; empty when it never will. */
  Optional<Instant> dueAt();

  /** In one word, for messages and tables. */
  String name();

  /** The same with all its times earlier, for a clock that was set back. */
  EscalationState earlier(Duration by);

  /** Whether this fact can be heard now; one that cannot is noted and changes nothing. */
  default boolean hears(EscalationFact fact) {
    return true;
  }

  /**
   * @throws IllegalStateException with the state and the fact when it cannot be heard
   */
  EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now);

  /** The first state, in which the first people are told. */
  static EscalationTransition begin(Urgency urgency, EscalationTerms terms, Instant now) {
    return begin(urgency, 0, terms, now);
  }

  /** The same anew, because of something that people do not know yet. */
  static EscalationTransition begin(Urgency urgency, int step, EscalationTerms terms, Instant now) {
    return urgency == Urgency.DIGEST
        ? InDigest.begin(step, terms, now)
        : AwaitingAnswer.begin(urgency, step, terms, now);
  }

  /** For a fact that a state does not hear. */
  static IllegalStateException illegal(EscalationState course, EscalationFact fact) {
    return new IllegalStateException(
        "an escalation that is " + course.name() + " does not hear " + fact);
  }
}

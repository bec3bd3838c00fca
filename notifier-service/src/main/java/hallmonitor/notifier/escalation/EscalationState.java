package hallmonitor.notifier.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of an escalation. Pure: each fact gives the next state and the effects, without reading
 * a clock.
 *
 * <pre>
 * Waiting ----answer----> Acknowledged ----answer----> Closed
 *    ^  ^------hand over-------|    ^
 *    |---raised----- Listed --------|
 *    |---escalated again------ Acknowledged
 *    |---ran out-------------- Acknowledged
 * </pre>
 *
 * What happens to the comment on its platform is not a fact of the escalation: hiding is not
 * answering.
 */
public sealed interface EscalationState
    permits AwaitingAnswer, ListedInDigest, Acknowledged, Closed {
  /**
   * Returns a number that grows with each act that people notice; with a person it determines a
   * notice's id.
   */
  int step();

  /** Returns when {@link EscalationFact.TimePassed} will have an effect; empty if never. */
  Optional<Instant> dueAt();

  /** Returns who is asked, or would be asked again; empty if no one. */
  default List<Contact> with() {
    return List.of();
  }

  /** Returns the current pass through the contacts, from 1. */
  default int round() {
    return 1;
  }

  /** Returns the ids of everyone who was asked in this round. */
  default List<String> asked() {
    return List.of();
  }

  /** Returns the name in one word, for messages and tables. */
  String name();

  /** Returns a copy with all times earlier, for a clock that was set back. */
  EscalationState earlier(Duration by);

  /**
   * Returns whether this fact applies in this state. Otherwise it is recorded and changes nothing.
   */
  default boolean hears(EscalationFact fact) {
    return true;
  }

  /**
   * Applies a fact.
   *
   * @throws IllegalStateException with the state and the fact if it does not apply
   */
  EscalationTransition after(EscalationFact fact, EscalationTerms terms, Instant now);

  /** Returns the first state, which notifies the first people. */
  static EscalationTransition begin(Urgency urgency, EscalationTerms terms, Instant now) {
    return begin(urgency, 0, terms, now);
  }

  /** Starts over because of something that people do not know yet. */
  static EscalationTransition begin(Urgency urgency, int step, EscalationTerms terms, Instant now) {
    return urgency == Urgency.DIGEST
        ? ListedInDigest.begin(step, terms, now)
        : AskTransitions.begin(urgency, step, terms, now);
  }

  /** Creates the exception for a fact that does not apply in a state. */
  static IllegalStateException illegal(EscalationState state, EscalationFact fact) {
    return new IllegalStateException(
        "an escalation that is " + state.name() + " does not hear " + fact);
  }
}

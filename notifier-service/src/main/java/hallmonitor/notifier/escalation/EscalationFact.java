package hallmonitor.notifier.escalation;

import java.util.Objects;
import java.util.Optional;

/** What may happen to an escalation. */
public sealed interface EscalationFact {
  /** Time has passed: a due time may have come. */
  record TimePassed() implements EscalationFact {}

  /** The mail server took a notice to this person. */
  record Delivered(String person) implements EscalationFact {}

  /** The person cannot be reached by mail, for good. */
  record Refused(String person) implements EscalationFact {}

  /**
   * Another comment, or the same one anew, was escalated and belongs to this one.
   *
   * @param more whether it is of another category or asks for more roles: it begins anew
   */
  record Joined(Urgency urgency, boolean more) implements EscalationFact {
    public Joined(Urgency urgency) {
      this(urgency, false);
    }
  }

  /** How a person answers. */
  enum Answer {
    ACKNOWLEDGE,
    HAND_OVER,
    RESOLVE,
    FALSE_ALARM
  }

  /**
   * A person answered.
   *
   * @param by id in district.yaml, or a user name of the console
   * @param to for HAND_OVER, who takes it over
   * @param note in the person's words; may be empty
   */
  record Answered(String by, Answer answer, Optional<Contact> to, String note)
      implements EscalationFact {
    public Answered {
      Objects.requireNonNull(by, "by");
      if ((answer == Answer.HAND_OVER) != to.isPresent()) {
        throw new IllegalArgumentException("a hand-over, and nothing else, names a person");
      }
    }
  }
}

package hallmonitor.notifier.escalation;

import java.util.Objects;
import java.util.Optional;

/** What may happen to an escalation. */
public sealed interface EscalationFact {
  /** Time has passed: it may be due. */
  record TimePassed() implements EscalationFact {}

  /** The mail server accepted a notice to this person. */
  record Delivered(String person) implements EscalationFact {}

  /** The person permanently cannot be reached by mail. */
  record Refused(String person) implements EscalationFact {}

  /**
   * Another comment, or the same one again, was escalated and belongs to this escalation.
   *
   * @param more whether it has another category or asks for more roles, which restarts the
   *     escalation
   */
  record Joined(Urgency urgency, boolean more) implements EscalationFact {
    public Joined(Urgency urgency) {
      this(urgency, false);
    }
  }

  /** A person's answer. */
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
   * @param to for HAND_OVER, who takes over
   * @param note in the person's words: the outcome, or for ACKNOWLEDGE the next step; may be empty
   * @param self the person as a contact; empty if not in the district's file
   */
  record Answered(
      String by, Answer answer, Optional<Contact> to, String note, Optional<Contact> self)
      implements EscalationFact {
    public Answered {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(note, "note");
      if ((answer == Answer.HAND_OVER) != to.isPresent()) {
        throw new IllegalArgumentException("a hand-over, and nothing else, names a person");
      }
    }
  }
}

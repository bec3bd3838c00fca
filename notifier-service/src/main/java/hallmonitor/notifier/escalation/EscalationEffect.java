package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What must be done after a step. */
public sealed interface EscalationEffect {
  /** Why a person gets a notice. */
  enum Occasion {
    TOLD,
    REMINDED,
    PASSED_ON,
    HANDED_OVER,
    /** More comments joined. */
    JOINED
  }

  /**
   * Queue a notice.
   *
   * @param step of the escalation; with the person it determines the notice's id
   * @param others who was told before, or who handed it over
   * @param minutes since they were told
   * @param dueAt not to be sent before
   */
  record Tell(
      int step, Contact to, Occasion occasion, List<String> others, long minutes, Instant dueAt)
      implements EscalationEffect {
    public Tell {
      Objects.requireNonNull(to, "to");
      others = List.copyOf(others);
    }
  }

  /** Drop what was queued in an earlier step. */
  record Withdraw(int belowStep) implements EscalationEffect {}

  record Remind(String person) implements EscalationEffect {}

  record PassOn(List<String> from, List<String> to) implements EscalationEffect {
    public PassOn {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  record Acknowledge(String person) implements EscalationEffect {}

  record HandOver(String from, String to, String note) implements EscalationEffect {}

  record Close(String person, String outcome, boolean falseAlarm) implements EscalationEffect {}

  /** Somebody must answer by this time; the latest clock applies. */
  record StartClock(String person, Instant dueAt) implements EscalationEffect {}

  record StopClock(String by) implements EscalationEffect {}

  /** Nobody can be told. */
  record Alarm(Cause cause) implements EscalationEffect {
    public enum Cause {
      /** Nobody holds any of the roles, or all are away. */
      NOBODY,
      /** The mail server refuses every person. */
      ALL_REFUSED,
      /** The mail server accepted no notice in time. */
      NOT_TAKEN
    }
  }
}

package hallmonitor.notifier.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What must be done after a step. */
public sealed interface EscalationEffect {
  /** Why a person gets a notice. */
  enum Occasion {
    TOLD,
    REMINDED,
    PASSED_ON,
    HANDED_OVER,
    /** More comments joined. */
    JOINED,
    /** An acknowledgment ran out. */
    RAN_OUT,
    /** Someone decided on the comment; this is news and asks for nothing. */
    DECIDED,
    /** Something dangerous could not be hidden, so a person has to do it. */
    NOT_HIDDEN
  }

  /**
   * Queue a notice.
   *
   * @param step of the escalation; with the person it determines the notice's id
   * @param others who was notified before, who handed it over, or who had acknowledged
   * @param minutes since they were notified
   * @param dueAt not sent before this time
   */
  record Tell(
      int step, Contact to, Occasion occasion, List<String> others, long minutes, Instant dueAt)
      implements EscalationEffect {
    public Tell {
      Objects.requireNonNull(to, "to");
      others = List.copyOf(others);
    }
  }

  /** Drop the notices that were queued in an earlier step. */
  record Withdraw(int belowStep) implements EscalationEffect {}

  record Remind(String person) implements EscalationEffect {}

  record PassOn(List<String> from, List<String> to) implements EscalationEffect {
    public PassOn {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Publish an acknowledgment.
   *
   * @param until when it runs out; empty if never
   * @param nextStep in the person's words; may be empty
   */
  record Acknowledge(String person, Optional<Instant> until, String nextStep)
      implements EscalationEffect {}

  /** An acknowledgment ran out; these people are asked now. */
  record Expire(String person, List<String> to) implements EscalationEffect {
    public Expire {
      to = List.copyOf(to);
    }
  }

  record HandOver(String from, String to, String note) implements EscalationEffect {}

  record Close(String person, String outcome, boolean falseAlarm) implements EscalationEffect {}

  /** Someone must answer by this time; the latest clock applies. */
  record StartClock(String person, Instant dueAt) implements EscalationEffect {}

  /**
   * The person who acknowledged must report an outcome or a next step by this time; the same clock.
   */
  record StartNextStepClock(String person, Instant dueAt) implements EscalationEffect {}

  record StopClock(String by) implements EscalationEffect {}

  /** No one can be notified. */
  record Alarm(Cause cause) implements EscalationEffect {
    public enum Cause {
      /** No one holds any of the roles, or everyone is away. */
      NOBODY,
      /** The mail server refuses every person. */
      ALL_REFUSED,
      /** The mail server accepted no notice in time. */
      NOT_TAKEN
    }
  }
}

package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a case's escalation.
 *
 * @param state {@code open}, {@code acknowledged} or {@code closed}
 * @param person who has it; empty if no one does yet
 * @param undelivered why no one can be notified, until someone answers; usually empty
 * @param clause id of the clause behind it
 * @param until when an acknowledgment runs out; absent if it does not
 * @param nextStep in the words of the person who has it; usually empty
 * @param told whether the viewer was notified of it
 * @param sentAnswer an answer from the console that was not processed yet; usually absent
 */
public record EscalationView(
    UUID escalationId,
    Instant raisedAt,
    String state,
    String person,
    String personName,
    Instant stateAt,
    String clause,
    @Nullable Instant until,
    String nextStep,
    boolean told,
    String outcome,
    boolean falseAlarm,
    String undelivered,
    String sentAnswer,
    Instant sentAt) {
  public boolean isClosed() {
    return state.equals("closed");
  }

  public boolean isAcknowledged() {
    return state.equals("acknowledged");
  }

  /** Returns whether this person has it, or it waits only for this person. */
  public boolean isWith(String userName) {
    return !isClosed() && person.equals(userName);
  }
}

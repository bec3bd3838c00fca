package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.UUID;

/**
 * The state of a case's escalation.
 *
 * @param state {@code open}, {@code acknowledged} or {@code closed}
 * @param person who has it; empty if nobody does yet
 * @param undelivered why nobody can be told, until somebody answers; usually empty
 * @param sentAnswer an answer from the console that was not processed yet; usually absent
 */
public record EscalationView(
    UUID escalationId,
    Instant raisedAt,
    String state,
    String person,
    String personName,
    Instant stateAt,
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
}

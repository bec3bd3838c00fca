package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.UUID;

/**
 * Where the escalation of a case stands.
 *
 * @param state {@code open}, {@code acknowledged} or {@code closed}
 * @param person who has it; empty when nobody has it yet
 * @param undelivered why nobody can be told, until somebody answers; mostly empty
 * @param sentAnswer an answer from here that has not come back yet; mostly absent
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

package hallmonitor.notifier.message;

import hallmonitor.notifier.gateway.GatewayMessage.Act;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that waits to be sent, or that was taken and is asked after.
 *
 * @param gateway id in escalation.yaml
 * @param occasion why it is told
 * @param person id in district.yaml; empty where several people read
 * @param attempts made so far, including the one that begins
 * @param unknown earlier attempts of unknown outcome
 * @param reference by which the gateway is asked what became of it; present once it was taken
 * @param trouble last published problem
 */
record QueuedMessage(
    UUID id,
    String gateway,
    UUID conversation,
    Act act,
    MessageOccasion occasion,
    Optional<String> person,
    Optional<String> role,
    int attempts,
    int unknown,
    Optional<String> reference,
    Optional<String> trouble,
    Instant createdAt,
    Optional<Instant> takenAt,
    UUID caseId,
    String category,
    String building) {
  boolean isTaken() {
    return takenAt.isPresent();
  }
}

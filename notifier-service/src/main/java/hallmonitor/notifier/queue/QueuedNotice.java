package hallmonitor.notifier.queue;

import hallmonitor.notifier.escalation.Escalation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that waits to be sent.
 *
 * @param attempts made so far
 * @param trouble what was last published as wrong with it
 */
record QueuedNotice(
    UUID id,
    String person,
    String role,
    Instant dueAt,
    int attempts,
    Optional<String> trouble,
    Optional<String> traceparent,
    Escalation escalation) {}

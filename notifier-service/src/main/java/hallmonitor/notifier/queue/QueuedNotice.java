package hallmonitor.notifier.queue;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.NoticeReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that waits to be sent.
 *
 * @param conversation absent for notices from before the clock existed
 * @param attempts made so far
 * @param trouble last published problem
 * @param more other cases that joined this one
 */
public record QueuedNotice(
    UUID id,
    Optional<UUID> conversation,
    String person,
    String role,
    Instant dueAt,
    int attempts,
    Optional<String> trouble,
    Optional<String> traceparent,
    Escalation escalation,
    Urgency urgency,
    NoticeReason reason,
    int more) {}

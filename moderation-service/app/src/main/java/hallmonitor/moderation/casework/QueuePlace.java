package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;

/**
 * What a case's place in the queue depends on.
 *
 * @param openedAt when it last started to wait for a person
 */
public record QueuePlace(Urgency urgency, Instant openedAt) {
  QueuePlace since(Instant at) {
    return new QueuePlace(urgency, at);
  }

  QueuePlace atLeast(Urgency least) {
    return least.compareTo(urgency) >= 0 ? this : new QueuePlace(least, openedAt);
  }
}

package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a case's place in the queue depends on.
 *
 * @param openedAt when it last started to wait for a person
 * @param laneSince when it entered the danger lane, which starts its deadline there; empty for a
 *     case outside the lane
 */
public record QueuePlace(Urgency urgency, Instant openedAt, Optional<Instant> laneSince) {
  public QueuePlace {
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(laneSince, "laneSince");
  }

  /** Returns the place of a case that waits again from then on, in the lane if it was there. */
  QueuePlace since(Instant at) {
    return at.equals(openedAt) ? this : new QueuePlace(urgency, at, laneSince.map(lane -> at));
  }

  /** Returns the place with at least this urgency. */
  QueuePlace atLeast(Urgency least) {
    return new QueuePlace(least.compareTo(urgency) >= 0 ? urgency : least, openedAt, laneSince);
  }

  /** Returns the place once people are notified: not in the lane, and at least this urgent. */
  QueuePlace escalated(Urgency least) {
    return new QueuePlace(atLeast(least).urgency(), openedAt, Optional.empty());
  }
}

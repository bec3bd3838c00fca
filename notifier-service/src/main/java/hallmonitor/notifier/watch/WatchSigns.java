package hallmonitor.notifier.watch;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SelfView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look sees.
 *
 * @param own what this service heard of itself: its own beats come back through the broker
 * @param self what it sees of itself without the broker
 * @param databaseSettled whether the database answers, and has for a while
 * @param longestIdle longest time between two reads of an account of this district
 * @param heartbeat why the outside watch cannot be asked; empty if it can, or if there is none
 */
record WatchSigns(
    Hearing own,
    Hearing ingest,
    Hearing moderation,
    SelfView self,
    boolean databaseSettled,
    Duration longestIdle,
    Optional<String> heartbeat,
    Instant now) {
  /** Returns whether a person announced that Hall Monitor is stopped now. */
  boolean isPlannedStop() {
    return moderation
        .latest()
        .flatMap(ServiceBeat::planned)
        .filter(stop -> stop.until().isAfter(now))
        .isPresent();
  }
}

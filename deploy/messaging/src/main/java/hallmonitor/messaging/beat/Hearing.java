package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat;
import java.time.Duration;
import java.util.Optional;

/**
 * What was heard of a service.
 *
 * @param latest its latest beat, even one from before this process listened
 * @param heard whether this process heard it live
 * @param silent how long it has said nothing, while this process listened
 */
public record Hearing(Optional<ServiceBeat> latest, boolean heard, Duration silent) {
  /** Returns whether it said goodbye last. */
  public boolean isStopped() {
    return latest.map(ServiceBeat::stopping).orElse(false);
  }
}

package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat;
import java.time.Duration;
import java.util.Optional;

/**
 * What was heard of a service, of all its processes together.
 *
 * @param latest its latest beat, even one from before this process listened; with what its other
 *     processes say
 * @param heard whether this process heard it live
 * @param inDoubt whether it was not heard since this process or the broker stood still
 * @param silent how long it has said nothing, while this process listened
 */
public record Hearing(
    Optional<ServiceBeat> latest, boolean heard, boolean inDoubt, Duration silent) {
  /** Creates one without a standstill. */
  public Hearing(Optional<ServiceBeat> latest, boolean heard, Duration silent) {
    this(latest, heard, false, silent);
  }

  /** Returns whether it said goodbye last. */
  public boolean isStopped() {
    return latest.map(ServiceBeat::stopping).orElse(false);
  }
}

package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was heard, by a clock that nobody can set. Only the time in which this process listened
 * counts: while it stood still itself, nobody else was silent. Thread-safe.
 */
final class Hearings {
  /** Longer than a look at the broker takes. */
  private static final Duration STOOD_STILL = Duration.ofSeconds(20);

  private record Heard(ServiceBeat beat, boolean live, long nanos) {}

  private final Map<String, Heard> heard = new HashMap<>();
  private long listeningSince;
  private long listenedAt;

  Hearings(long nanos) {
    listeningSince = nanos;
    listenedAt = nanos;
  }

  /** Records that this process looked for beats. */
  synchronized void listened(long nanos) {
    if (nanos - listenedAt > STOOD_STILL.toNanos()) {
      listeningSince = nanos;
    }
    listenedAt = nanos;
  }

  /**
   * Records a beat.
   *
   * @param live whether it was sent while this process listened
   */
  synchronized void hear(ServiceBeat beat, boolean live, long nanos) {
    heard.put(beat.service(), new Heard(beat, live, nanos));
  }

  synchronized Hearing of(String service, long nanos) {
    Heard last = heard.get(service);
    if (last == null || !last.live()) {
      Optional<ServiceBeat> before = Optional.ofNullable(last).map(Heard::beat);
      return new Hearing(before, false, Duration.ofNanos(nanos - listeningSince));
    }
    long since = Math.max(last.nanos(), listeningSince);
    return new Hearing(Optional.of(last.beat()), true, Duration.ofNanos(nanos - since));
  }
}

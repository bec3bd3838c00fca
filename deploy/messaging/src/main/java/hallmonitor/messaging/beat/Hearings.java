package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was heard, by a clock that nobody can set. Only the time in which this process listened
 * counts: while it stood still itself, or the broker did, nobody else was silent. Thread-safe.
 */
final class Hearings {
  /** Longer than a look at the broker takes. */
  private static final Duration STOOD_STILL = Duration.ofSeconds(20);

  /** Longer than two beats of this process itself, so that one may be lost. */
  private static final Duration NOBODY_HEARD = Duration.ofSeconds(25);

  private record Heard(ServiceBeat beat, boolean live, long nanos) {}

  /** The latest beat of each process of a service, latest last. */
  private final Map<String, List<Heard>> heard = new HashMap<>();

  private final Duration running;
  private long listeningSince;
  private long listenedAt;
  private long heardAt;

  /**
   * Creates one that has heard nothing.
   *
   * @param running how long a process that says nothing still counts while another one speaks
   */
  Hearings(Duration running, long nanos) {
    this.running = running;
    listeningSince = nanos;
    listenedAt = nanos;
    heardAt = nanos;
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
    if (live) {
      if (nanos - heardAt > NOBODY_HEARD.toNanos()) {
        listeningSince = nanos; // the broker was gone, and others are only now heard again
      }
      heardAt = nanos;
    }
    List<Heard> processes = heard.computeIfAbsent(beat.service(), service -> new ArrayList<>());
    processes.removeIf(
        before ->
            before.beat().process().equals(beat.process())
                || live && !beat.stopping() && !lives(before, nanos)
                || !live && !before.live());
    processes.add(new Heard(beat, live, nanos));
  }

  synchronized Hearing of(String service, long nanos) {
    List<Heard> processes = heard.getOrDefault(service, List.of());
    List<Heard> live = processes.stream().filter(Heard::live).toList();
    if (live.isEmpty()) {
      Optional<ServiceBeat> before = processes.stream().map(Heard::beat).findFirst();
      return new Hearing(before, false, Duration.ofNanos(nanos - listeningSince));
    }
    // One that said goodbye is not missed while another one has not.
    List<Heard> unstopped = live.stream().filter(one -> !one.beat().stopping()).toList();
    List<Heard> counted = unstopped.isEmpty() ? live : unstopped;
    Heard last = counted.get(counted.size() - 1);
    List<ServiceBeat> speaking =
        counted.stream().filter(one -> lives(one, nanos)).map(Heard::beat).toList();
    return new Hearing(
        Optional.of(speaking.isEmpty() ? last.beat() : Union.of(speaking)),
        true,
        last.nanos() < listeningSince,
        Duration.ofNanos(nanos - since(last)));
  }

  private boolean lives(Heard one, long nanos) {
    return one.live() && !one.beat().stopping() && nanos - since(one) <= running.toNanos();
  }

  private long since(Heard one) {
    return Math.max(one.nanos(), listeningSince);
  }
}

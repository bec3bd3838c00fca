package hallmonitor.messaging.beat;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Trouble;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the processes of one service say together: what is wrong with one of them must not be hidden
 * by another that is well.
 */
final class Union {
  private Union() {}

  /**
   * Returns it as one beat.
   *
   * @param beats at least one, latest last; the latest one's stop and drill count
   */
  static ServiceBeat of(List<ServiceBeat> beats) {
    ServiceBeat latest = beats.get(beats.size() - 1);
    if (beats.size() == 1) {
      return latest;
    }
    Instant startedAt =
        beats.stream()
            .map(ServiceBeat::startedAt)
            .min(Comparator.naturalOrder())
            .orElse(latest.startedAt());
    return new ServiceBeat(
        latest.service(),
        latest.process(),
        startedAt,
        latest.at(),
        latest.stopping(),
        beats.stream().flatMap(beat -> beat.lastReadAt().stream()).max(Comparator.naturalOrder()),
        all(beats, ServiceBeat::waits),
        all(beats, ServiceBeat::faults),
        troubles(beats),
        latest.planned(),
        latest.drill());
  }

  private static <T> List<T> all(List<ServiceBeat> beats, Function<ServiceBeat, List<T>> part) {
    return beats.stream().map(part).flatMap(List::stream).distinct().toList();
  }

  /** Each once: if one process told someone, they know. */
  private static List<Trouble> troubles(List<ServiceBeat> beats) {
    Map<String, Trouble> bySubject = new LinkedHashMap<>();
    for (Trouble trouble : all(beats, ServiceBeat::troubles)) {
      bySubject.merge(trouble.subject(), trouble, (known, other) -> known.told() ? known : other);
    }
    return List.copyOf(bySubject.values());
  }
}

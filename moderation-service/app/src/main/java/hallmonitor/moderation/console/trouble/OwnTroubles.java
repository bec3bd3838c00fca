package hallmonitor.moderation.console.trouble;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what this service tells people about: what the notifier cannot. While the notifier lives and
 * reaches people, that is nothing.
 */
final class OwnTroubles {
  static final String SILENT = "silent/notifier";
  static final String BROKER = "broker";
  static final String UNTOLD = "untold";

  /** While this service hears itself, the broker works. */
  private static final Duration HEARS_ITSELF = Duration.ofSeconds(25);

  /** The notifier tries several ways before. */
  private static final Duration TRIED = Duration.ofMinutes(5);

  private OwnTroubles() {}

  /**
   * Returns what is known: why for each that stands, empty for each that is over. What nobody can
   * know now is left out.
   *
   * @param own what this service hears of itself
   */
  static Map<String, Optional<String>> of(
      Hearing own, Hearing notifier, SilenceLimits limits, boolean plannedStop, Instant now) {
    Map<String, Optional<String>> known = new LinkedHashMap<>();
    if (plannedStop) {
      return known;
    }
    Standing broker = limits.of(own);
    if (broker == Standing.SILENT) {
      known.put(
          BROKER,
          Optional.of("This service sends signs of life to Kafka, and they do not come back."));
    } else if (broker == Standing.LIVES) {
      known.put(BROKER, Optional.empty());
    }
    Standing standing = limits.of(notifier);
    if (!own.heard() || own.silent().compareTo(HEARS_ITSELF) >= 0 || standing == Standing.UNKNOWN) {
      return known;
    }
    boolean silent = standing == Standing.SILENT;
    known.put(
        SILENT,
        silent ? Optional.of("The notifier service gives no sign of life.") : Optional.empty());
    if (!silent) {
      known.put(UNTOLD, notifier.latest().flatMap(beat -> untold(beat, now)));
    }
    return known;
  }

  private static Optional<String> untold(ServiceBeat beat, Instant now) {
    String why =
        beat.troubles().stream()
            .filter(trouble -> !trouble.told() && trouble.since().plus(TRIED).isBefore(now))
            .map(ServiceBeat.Trouble::why)
            .distinct()
            .collect(Collectors.joining(" "));
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }
}

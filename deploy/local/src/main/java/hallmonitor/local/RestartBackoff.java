package hallmonitor.local;

import java.time.Duration;

/**
 * How long to wait before a service is started again: 1 s, doubling to 30 s while it keeps dying
 * young.
 */
final class RestartBackoff {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** One that lived this long was healthy: the next death is a new story. */
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private Duration next = SHORTEST;

  /**
   * @param lived how long the process that just ended had run
   */
  Duration next(Duration lived) {
    if (lived.compareTo(HEALTHY) >= 0) {
      next = SHORTEST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}

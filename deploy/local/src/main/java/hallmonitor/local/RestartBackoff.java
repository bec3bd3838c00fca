package hallmonitor.local;

import java.time.Duration;

/** The wait before a service is restarted: 1 s, doubling to 30 s while it keeps dying early. */
final class RestartBackoff {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A service that lived this long was healthy, and the wait starts over. */
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  private Duration next = SHORTEST;

  /**
   * Returns the wait.
   *
   * @param lived how long the ended process had run
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

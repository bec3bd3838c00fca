package hallmonitor.notifier.trouble;

import java.time.Duration;

/** How long after each telling a trouble is told again: twice as long each time. */
final class TroublePace {
  private static final Duration URGENT = Duration.ofMinutes(30);
  private static final Duration URGENT_AT_MOST = Duration.ofHours(12);
  private static final Duration ORDINARY = Duration.ofDays(1);
  private static final Duration ORDINARY_AT_MOST = Duration.ofDays(7);
  private static final int MOST_DOUBLINGS = 10;

  private TroublePace() {}

  /**
   * Returns the time until the next telling.
   *
   * @param times how often it was told, at least 1
   */
  static Duration after(boolean urgent, int times) {
    Duration first = urgent ? URGENT : ORDINARY;
    Duration most = urgent ? URGENT_AT_MOST : ORDINARY_AT_MOST;
    Duration next = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    return next.compareTo(most) < 0 ? next : most;
  }
}

package hallmonitor.ingest.polling;

import java.time.Duration;

/**
 * The wait after the n-th consecutive failure: half a second, doubled each time, at most a minute.
 */
public final class PollBackoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private PollBackoff() {}

  /**
   * Returns the wait.
   *
   * @param failures consecutive failures, from 1
   */
  public static Duration after(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}

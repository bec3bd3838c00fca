package hallmonitor.moderation.pipeline;

import java.time.Duration;

/** The wait before a comment that can neither be judged nor put before a person is tried again. */
final class RetryWait {
  static final Duration LONGEST = Duration.ofHours(1);

  private RetryWait() {}

  /**
   * Returns two seconds, and twice as much with each further time, up to an hour.
   *
   * @param times how often it could not be put before a person, from 1
   */
  static Duration after(int times) {
    Duration wait = Duration.ofSeconds(1L << Math.max(1, Math.min(times, 12)));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}

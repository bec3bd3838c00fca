package hallmonitor.moderation.console.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is left of a rate. Pure.
 *
 * @param left attempts, from 0; parts of one come back with time
 * @param at when that was left
 */
record TokenBucket(double left, Instant at) {
  private static final double MINUTE = Duration.ofMinutes(1).toMillis();

  /**
   * Returns what is left after one more attempt; empty if none was left.
   *
   * @param aMinute how many come back in a minute, and the most that there can be; above 0
   */
  Optional<TokenBucket> take(Instant now, int aMinute) {
    double back = Math.max(0, Duration.between(at, now).toMillis()) / MINUTE * aMinute;
    double there = Math.min(aMinute, left + back);
    return there < 1 ? Optional.empty() : Optional.of(new TokenBucket(there - 1, now));
  }
}

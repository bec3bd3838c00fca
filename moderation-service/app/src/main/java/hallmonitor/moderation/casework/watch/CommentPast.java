package hallmonitor.moderation.casework.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an account had comments, in the three months before its newest one.
 *
 * @param comments how many
 * @param longestPause between two of them
 * @param latest the newest one
 */
public record CommentPast(long comments, Duration longestPause, Instant latest) {
  /** Fewer comments say nothing about the next one. */
  private static final long ENOUGH = 20;

  private static final Duration LEAST = Duration.ofDays(3);

  /**
   * Returns when the silence becomes unusual: after twice its longest pause, and three school days
   * at least; empty if the account had too few comments to say.
   */
  Optional<Instant> unusualFrom(SchoolTimes times) {
    if (comments < ENOUGH) {
      return Optional.empty();
    }
    Instant twice = latest.plus(longestPause.multipliedBy(2));
    Instant least = times.after(latest, LEAST);
    return Optional.of(twice.isAfter(least) ? twice : least);
  }
}

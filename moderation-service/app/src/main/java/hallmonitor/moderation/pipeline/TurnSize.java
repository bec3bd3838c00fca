package hallmonitor.moderation.pipeline;

import java.time.Duration;

/**
 * How many comments one turn of the second look takes, so that it lasts about a quarter of a
 * second: that is how long something more dangerous may wait behind it. Not thread-safe.
 */
final class TurnSize {
  private static final double NANOS = Duration.ofMillis(250).toNanos();
  private static final int FEWEST = 4;
  private static final int MOST = 256;

  /** How much the last turn counts, beside those before. */
  private static final double LAST = 0.3;

  private double nanosEach = NANOS / 32;

  int comments() {
    return (int) Math.max(FEWEST, Math.min(MOST, NANOS / nanosEach));
  }

  /** Learns from a turn. */
  void took(int comments, Duration time) {
    double each = Math.max(1, time.toNanos()) / (double) Math.max(1, comments);
    nanosEach = (1 - LAST) * nanosEach + LAST * each;
  }
}

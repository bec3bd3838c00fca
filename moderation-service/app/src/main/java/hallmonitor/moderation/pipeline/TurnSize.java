package hallmonitor.moderation.pipeline;

import java.time.Duration;

/**
 * How many comments one turn takes, so that it lasts about a quarter of a second: that is how long
 * something more dangerous may wait behind it. Not thread-safe.
 */
final class TurnSize {
  private static final double NANOS = Duration.ofMillis(250).toNanos();

  /** How much the last turn counts, beside those before. */
  private static final double LAST = 0.3;

  private final int fewest;
  private final int most;
  private double nanosEach;

  /**
   * Creates a size.
   *
   * @param fewest comments of a turn, however long they take
   * @param first comments of the first turn
   * @param most comments of a turn, however fast they are
   */
  TurnSize(int fewest, int first, int most) {
    this.fewest = Math.min(fewest, most);
    this.most = most;
    this.nanosEach = NANOS / first;
  }

  int comments() {
    return (int) Math.max(fewest, Math.min(most, NANOS / nanosEach));
  }

  /** Learns from a turn. */
  void took(int comments, Duration time) {
    double each = Math.max(1, time.toNanos()) / (double) Math.max(1, comments);
    nanosEach = (1 - LAST) * nanosEach + LAST * each;
  }
}

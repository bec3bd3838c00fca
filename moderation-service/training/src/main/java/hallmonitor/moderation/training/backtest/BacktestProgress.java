package hallmonitor.moderation.training.backtest;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the progress of a long replay every few seconds. */
final class BacktestProgress {
  private static final long EVERY_NANOS = 3_000_000_000L;

  private final PrintStream to;
  private final long size;
  private final long start = System.nanoTime();
  private long last = start;
  private long done;

  /**
   * Creates the display.
   *
   * @param size 0 if unknown
   */
  BacktestProgress(PrintStream to, long size) {
    this.to = to;
    this.size = size;
  }

  void done(long comments) {
    done = comments;
    long now = System.nanoTime();
    if (now - last >= EVERY_NANOS) {
      last = now;
      double rate = done / seconds(now);
      String left =
          size == 0
              ? ""
              : String.format(
                  Locale.ROOT, " of %,d, about %.0f s left", size, (size - done) / rate);
      to.printf(Locale.ROOT, "%,d comments%s, %,.0f/s%n", done, left, rate);
    }
  }

  void end() {
    double seconds = seconds(System.nanoTime());
    to.printf(Locale.ROOT, "%,d comments in %.1f s, %,.0f/s%n", done, seconds, done / seconds);
  }

  private double seconds(long now) {
    return Math.max(1e-9, (now - start) / 1e9);
  }
}

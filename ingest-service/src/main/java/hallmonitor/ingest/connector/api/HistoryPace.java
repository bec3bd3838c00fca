package hallmonitor.ingest.connector.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How fast history is taken, of all accounts together: not faster than everything behind can judge
 * it, because what is new comes the same way and would wait behind it. Thread-safe.
 */
public final class HistoryPace {
  private final double nanosOfRow;
  private final LongSupplier nanoTime;
  private long free;

  /**
   * Creates a pace.
   *
   * @param rowsPerSecond most rows in a second
   */
  public HistoryPace(int rowsPerSecond, LongSupplier nanoTime) {
    if (rowsPerSecond < 1) {
      throw new IllegalArgumentException(
          "hallmonitor.ingest.push.history-rows-per-second must be at least 1");
    }
    this.nanosOfRow = (double) Duration.ofSeconds(1).toNanos() / rowsPerSecond;
    this.nanoTime = nanoTime;
    this.free = nanoTime.getAsLong();
  }

  /** Returns how long the next rows must wait; empty if not at all. */
  synchronized Optional<Duration> untilFree() {
    return Optional.of(Duration.ofNanos(free - nanoTime.getAsLong()))
        .filter(wait -> !wait.isNegative() && !wait.isZero());
  }

  /** Notes rows that were taken. */
  synchronized void took(int rows) {
    free = Math.max(free, nanoTime.getAsLong()) + Math.round(rows * nanosOfRow);
  }
}

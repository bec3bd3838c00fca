package hallmonitor.system.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits in a run. A wait's limit says that something never happened; how long things may take is up
 * to the checked promises.
 */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  /** Waits until a condition is met; returns false if it is not in time. */
  static boolean until(Duration longest, Duration between, BooleanSupplier met) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!met.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      of(between);
    }
    return true;
  }
}

package hallmonitor.moderation.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets the look-ahead go first while it is behind: on a small machine all looks share the
 * processors, and danger must be found before harmless comments are archived. Others still take a
 * turn each second.
 */
public final class Precedence {
  private static final long BEHIND = 1_000;
  private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long STEP_MILLIS = 10;

  private volatile LongSupplier unread = () -> 0;

  /**
   * Says who goes first.
   *
   * @param records that neither the look-ahead nor the first look has read; zero if the look-ahead
   *     cannot read
   */
  public void of(LongSupplier records) {
    unread = records;
  }

  boolean isBehind() {
    return unread.getAsLong() > BEHIND;
  }

  /** Waits while the look-ahead is behind, at most a second. */
  void giveWay() throws InterruptedException {
    long until = System.nanoTime() + MOST_NANOS;
    while (isBehind() && System.nanoTime() < until) {
      Thread.sleep(STEP_MILLIS);
    }
  }
}

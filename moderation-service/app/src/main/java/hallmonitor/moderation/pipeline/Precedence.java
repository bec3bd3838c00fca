package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets the look-ahead go first while it is behind: on a small machine all looks share the
 * processors, and danger must be found before harmless comments are archived. Others still take a
 * turn each second. What the first look reaches within half a second is not worth reading ahead.
 */
public final class Precedence {
  private static final long BEHIND = 1_000;
  private static final double REACHED_SOON_NANOS = Duration.ofMillis(500).toNanos();
  private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long STEP_MILLIS = 10;
  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  /** How much the last turn counts, beside those before. */
  private static final double LAST = 0.3;

  private volatile LongSupplier unread = () -> 0;
  private volatile double perNano;
  private volatile long fullTurnAt = System.nanoTime() - BURST_NANOS;

  /**
   * Says who goes first.
   *
   * @param records that neither the look-ahead nor the first look has read; zero if the look-ahead
   *     cannot read
   */
  public void of(LongSupplier records) {
    unread = records;
  }

  /** Learns how fast one reader of the first look is while nothing goes before it. */
  void took(int comments, Duration time) {
    double pace = comments / (double) Math.max(1, time.toNanos());
    perNano = (1 - LAST) * perNano + LAST * pace;
  }

  /** Learns that the first look took as many comments as one turn may have. */
  public void tookFullTurn() {
    fullTurnAt = System.nanoTime();
  }

  /** Returns whether the first look has more to read than one turn: what can wait should. */
  public boolean isBurst() {
    return System.nanoTime() - fullTurnAt < BURST_NANOS;
  }

  boolean isBehind() {
    return unread.getAsLong() > Math.max(BEHIND, 2 * soon());
  }

  /** Returns the number of records that one reader of the first look reaches soon. */
  private long soon() {
    return (long) (perNano * REACHED_SOON_NANOS);
  }

  /** Returns the number of records of a partition that the first look reaches soon. */
  long reachedSoon() {
    return isBehind() ? 0 : Math.max(BEHIND / 2, soon());
  }

  /**
   * Waits while the look-ahead is behind, at most a second. It gets nowhere while a record must be
   * alone in the process.
   */
  void giveWay() throws InterruptedException {
    long until = System.nanoTime() + MOST_NANOS;
    while (isBehind() && !BatchReader.oneAlone() && System.nanoTime() < until) {
      Thread.sleep(STEP_MILLIS);
    }
  }
}

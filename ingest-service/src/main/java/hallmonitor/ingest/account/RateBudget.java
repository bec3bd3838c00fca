package hallmonitor.ingest.account;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One token bucket for everything that is asked of an account's platform, so that reading never
 * uses up what hiding needs. It starts with a rate of our own and follows the platform's headers
 * once there are some.
 */
public final class RateBudget {
  /** What a request is for, and the share of the bucket that it must leave to those before it. */
  public enum Use {
    ACTION(0),
    LIVE(0.3),
    RECONCILE(0.4),
    BACKFILL(0.6);

    private final double leaves;

    Use(double leaves) {
      this.leaves = leaves;
    }
  }

  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private double capacity;
  private double perSecond;
  private double tokens;
  private long at;
  private long closedUntil;

  /**
   * @param perSecond requests a second in the long run, until the platform says otherwise
   * @param burst requests at once
   */
  public RateBudget(double perSecond, double burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.capacity = burst;
    this.tokens = burst;
    this.nanoTime = nanoTime;
    this.at = nanoTime.getAsLong();
    this.closedUntil = at;
  }

  /** Whether a request may be made now. */
  public synchronized boolean allows(Use use) {
    return untilAllowed(use).isZero();
  }

  /** How long until a request may be made, if nobody else makes one. */
  public synchronized Duration untilAllowed(Use use) {
    refill();
    long closed = Math.max(0, closedUntil - at);
    // A full bucket always suffices: of a small one the share alone would be more than it ever
    // holds.
    double missing = Math.min(capacity, capacity * use.leaves + 1) - tokens;
    long refilling = missing <= 0 ? 0 : (long) Math.ceil(missing / perSecond * NANOS);
    return Duration.ofNanos(Math.max(closed, refilling));
  }

  /** Counts a request; the bucket may go below zero for one that could not wait. */
  public synchronized void spend() {
    refill();
    tokens = Math.max(-capacity, tokens - 1);
  }

  /** Leaves the platform alone for a while, as it asked. */
  public synchronized void pause(Duration wait) {
    refill();
    closedUntil = Math.max(closedUntil, at + wait.toNanos());
  }

  /**
   * Takes over what the platform says: requests left of its limit, and when the limit is whole
   * again.
   */
  public synchronized void learn(long limit, long remaining, Duration untilReset) {
    refill();
    capacity = Math.max(1, limit);
    tokens = Math.min(remaining, capacity);
    perSecond =
        Math.max((capacity - tokens) / Math.max(1, untilReset.toSeconds()), capacity / 3600);
  }

  /** What is left, as a share between 0 and 1. */
  public synchronized double left() {
    refill();
    return closedUntil > at ? 0 : Math.max(0, Math.min(1, tokens / capacity));
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(capacity, tokens + (now - at) / NANOS * perSecond);
    at = now;
  }
}

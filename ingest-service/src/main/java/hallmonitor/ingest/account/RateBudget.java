package hallmonitor.ingest.account;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A token bucket for all requests to an account's platform, so that reading never uses up what
 * hiding needs. It starts with a configured rate and follows the platform's rate-limit headers if
 * there are any.
 */
public final class RateBudget {
  /**
   * The purpose of a request, and the share of the bucket that it must leave for more important
   * ones.
   */
  public enum Use {
    /** Acts against danger: they may use up everything. */
    DANGER(0),
    ACTION(0.1),
    /** A window that runs low makes it slow before it ends it: unread danger leads to no act. */
    LIVE(0.3, 0.05),
    RECONCILE(0.4),
    /** Comments older than two days are re-read. */
    OLDER(0.5),
    /** The account's own posts, and who is blocked, are listed. */
    POSTS(0.5),
    BACKFILL(0.6);

    private final double leaves;
    private final double slowlyLeaves;

    Use(double leaves) {
      this(leaves, leaves);
    }

    /**
     * Creates a use.
     *
     * @param slowlyLeaves the share that it must leave of a platform's window if it spreads what is
     *     above that over the rest of the window
     */
    Use(double leaves, double slowlyLeaves) {
      this.leaves = leaves;
      this.slowlyLeaves = slowlyLeaves;
    }

    /** Returns the share that it must leave at its own pace, from 0 to 1. */
    public double leaves() {
      return leaves;
    }
  }

  public static final Set<Use> ACTS =
      Collections.unmodifiableSet(EnumSet.of(Use.DANGER, Use.ACTION));

  /** Everything except acts. */
  public static final Set<Use> READS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(ACTS)));

  private static final double NANOS = 1e9;

  /** From one slow read to the next, at least, so that most of what is left goes to acts. */
  private static final Duration SLOWLY = Duration.ofSeconds(3);

  private final LongSupplier nanoTime;
  private double capacity;
  private double perSecond;
  private double tokens;
  private long at;
  private long closedUntil;

  /** When the platform fills the bucket, as it said; else it fills all the time. */
  private OptionalLong fullAt = OptionalLong.empty();

  /** What is left of an allowance that the platform counts itself, from 0 to 1. */
  private double share = 1;

  /** When the pause of each use ends, while others continue. */
  private final Map<Use, Long> restUntil = new EnumMap<>(Use.class);

  /** When the pause of live reads ends that nothing was announced for. */
  private long unannouncedUntil;

  /** When the last live read began. */
  private long liveAt;

  /**
   * Creates a full bucket.
   *
   * @param perSecond requests per second on average, until the platform reports a limit
   * @param burst requests at once
   */
  public RateBudget(double perSecond, double burst, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.capacity = burst;
    this.tokens = burst;
    this.nanoTime = nanoTime;
    this.at = nanoTime.getAsLong();
    this.closedUntil = at;
    this.unannouncedUntil = at;
    this.liveAt = at;
  }

  /** Returns whether a request may be made now. */
  public synchronized boolean allows(Use use) {
    return untilAllowed(use).isZero();
  }

  /** Returns whether nothing is left, not even for danger. */
  public synchronized boolean isEmpty() {
    return !allows(Use.DANGER);
  }

  /** Returns the time until a request may be made if nothing else makes one. */
  public synchronized Duration untilAllowed(Use use) {
    refill();
    long closed = Math.max(0, Math.max(closedUntil, restUntil.getOrDefault(use, at)) - at);
    return Duration.ofNanos(Math.max(closed, untilLeft(use)));
  }

  private long untilLeft(Use use) {
    // A full bucket is always enough: in a small bucket, the share alone would exceed its capacity.
    double missing = Math.min(capacity, capacity * use.leaves + 1) - tokens;
    if (missing <= 0) {
      return 0;
    }
    if (fullAt.isEmpty()) {
      return (long) Math.ceil(missing / perSecond * NANOS);
    }
    long window = fullAt.getAsLong() - at;
    double few = tokens - capacity * use.slowlyLeaves;
    if (few < 1) {
      return window;
    }
    long apart = Math.max(SLOWLY.toNanos(), (long) (window / few));
    return Math.max(0, Math.min(window, liveAt + apart - at));
  }

  /**
   * Returns the time until the live edge may be read if nothing else makes a request.
   *
   * @param announced whether the platform said that there is news
   */
  public synchronized Duration untilLive(boolean announced) {
    Duration allowed = untilAllowed(Use.LIVE);
    Duration unannounced = Duration.ofNanos(Math.max(0, unannouncedUntil - at));
    return announced || allowed.compareTo(unannounced) > 0 ? allowed : unannounced;
  }

  /** Notes that a read of the live edge begins. */
  public synchronized void beginLive() {
    refill();
    liveAt = at;
  }

  /** Counts a request. The bucket may go below zero for one that could not wait. */
  public synchronized void spend() {
    refill();
    tokens = Math.max(-capacity, tokens - 1);
  }

  /** Allows no requests for a while, as the platform asked. */
  public synchronized void pause(Duration wait) {
    refill();
    closedUntil = Math.max(closedUntil, at + wait.toNanos());
  }

  /** Allows no requests of one use for a while. The other uses continue. */
  public synchronized void rest(Use use, Duration wait) {
    refill();
    restUntil.merge(use, at + wait.toNanos(), Math::max);
  }

  /** Allows no read of the live edge for a while, unless the platform announces news. */
  public synchronized void restUnlessAnnounced(Duration wait) {
    refill();
    unannouncedUntil = Math.max(unannouncedUntil, at + wait.toNanos());
  }

  /** Returns how long reads and routine acts must wait. */
  public synchronized PlatformRest rest() {
    return new PlatformRest(untilAllowed(Use.LIVE), untilAllowed(Use.ACTION));
  }

  /** Goes on where another budget of the same allowance ended. */
  public synchronized void goOnFrom(PlatformRest earlier) {
    READS.forEach(use -> rest(use, earlier.reads()));
    rest(Use.ACTION, earlier.acts());
  }

  /**
   * Applies what a platform says is left of an allowance that it counts in its own way. Uses that
   * must leave more than that pause: reads first, routine acts last. Acts against danger never
   * pause, because only the platform can say that nothing more is possible.
   *
   * @param left from 0 to 1
   * @param untilMore when to expect more
   */
  public synchronized void learnShare(double left, Duration untilMore) {
    showShare(left);
    for (Use use : Use.values()) {
      if (use != Use.DANGER && share <= use.leaves) {
        rest(use, untilMore);
      }
    }
  }

  /**
   * Shows what is left of an allowance, but pauses no use: that is the caller's job.
   *
   * @param left from 0 to 1
   */
  public synchronized void showShare(double left) {
    share = Math.max(0, Math.min(1, left));
  }

  /**
   * Applies the platform's rate limit: the requests left, and when the full limit is restored. None
   * is until then: a platform counts in windows, and what was hoped for meanwhile would be taken
   * from what acts need.
   */
  public synchronized void learn(long limit, long remaining, Duration untilReset) {
    refill();
    capacity = Math.max(1, limit);
    tokens = Math.min((double) remaining, capacity);
    fullAt = OptionalLong.of(at + untilReset.toNanos());
    perSecond =
        Math.max((capacity - tokens) / Math.max(1, untilReset.toSeconds()), capacity / 3600);
  }

  /** Returns the remaining share, from 0 to 1. */
  public synchronized double left() {
    refill();
    return closedUntil > at ? 0 : Math.max(0, Math.min(share, tokens / capacity));
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    if (fullAt.isEmpty()) {
      tokens = Math.min(capacity, tokens + (now - at) / NANOS * perSecond);
    } else if (now - fullAt.getAsLong() >= 0) {
      tokens = capacity;
      fullAt = OptionalLong.empty();
    }
    at = now;
  }
}

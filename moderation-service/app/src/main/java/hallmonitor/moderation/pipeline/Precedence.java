package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lets danger go first: on a small machine everything shares the processors, and danger must be
 * found and hidden before harmless comments are archived. Others give way while the look-ahead is
 * behind, and still take a turn each second; and while something that it found is on its way to
 * being hidden, each of them for half of its time at most, the first look only in a burst:
 * otherwise it has little to do, and the next danger may be in it. What the first look reaches
 * within half a second is not worth reading ahead.
 */
public final class Precedence {
  private static final long BEHIND = 1_000;
  private static final double REACHED_SOON_NANOS = Duration.ofMillis(500).toNanos();
  private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long STEP_MILLIS = 10;

  /** What is not hidden after so long waits for something else, such as a platform. */
  private static final long ON_ITS_WAY_NANOS = Duration.ofMillis(500).toNanos();

  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  /** How much the last turn counts, beside those before. */
  private static final double LAST = 0.3;

  private final LongSupplier nanos;
  private volatile LongSupplier unread = () -> 0;
  private volatile double perNano;
  private volatile long fullTurnAt;
  private volatile boolean ended;

  /** When each was found, by the key of its comment. */
  private final Map<String, Long> onItsWay = new ConcurrentHashMap<>();

  public Precedence() {
    this(System::nanoTime);
  }

  /**
   * Creates it with a clock.
   *
   * @param nanos as of {@link System#nanoTime}
   */
  Precedence(LongSupplier nanos) {
    this.nanos = nanos;
    fullTurnAt = nanos.getAsLong() - BURST_NANOS;
  }

  /**
   * Says what is still to be read ahead.
   *
   * @param records that neither the look-ahead nor the first look has read; zero if the look-ahead
   *     cannot read
   */
  public void unread(LongSupplier records) {
    unread = records;
  }

  /**
   * Learns how fast one reader of the first look is while nothing goes before it. Several readers
   * tell it, and one of two turns that end together may be lost: it is an average.
   */
  void took(int comments, Duration time) {
    double pace = comments / (double) Math.max(1, time.toNanos());
    perNano = (1 - LAST) * perNano + LAST * pace;
  }

  /** Learns that the first look took as many comments as one turn may have. */
  public void tookFullTurn() {
    fullTurnAt = nanos.getAsLong();
  }

  /** Returns whether the first look has more to read than one turn: what can wait should. */
  public boolean isBurst() {
    return nanos.getAsLong() - fullTurnAt < BURST_NANOS;
  }

  boolean isLookAheadBehind() {
    return unread.getAsLong() > Math.max(BEHIND, 2 * soon());
  }

  /** Returns the number of records that one reader of the first look reaches soon. */
  private long soon() {
    return (long) (perNano * REACHED_SOON_NANOS);
  }

  /**
   * Returns the number of records of a partition that the first look reaches soon: none while it
   * gives way.
   */
  long reachedSoon() {
    return isLookAheadBehind() || isBurst() && isDangerOnItsWay()
        ? 0
        : Math.max(BEHIND / 2, soon());
  }

  /** Learns that the look-ahead found danger in comments, by their keys. */
  void found(Collection<String> keys) {
    forgetOld();
    long now = nanos.getAsLong();
    keys.forEach(key -> onItsWay.put(key, now));
  }

  /**
   * Learns what the pipeline made of comments that were found.
   *
   * @param hidden those that a platform is asked to hide now
   */
  void judged(Collection<String> keys, Collection<String> hidden) {
    onItsWay.keySet().removeAll(keys);
    found(hidden);
  }

  /** Learns of answers to orders to hide. One that was refused or is delayed is answered, too. */
  void answered(Collection<String> keys) {
    onItsWay.keySet().removeAll(keys);
  }

  private boolean isDangerOnItsWay() {
    forgetOld();
    return !onItsWay.isEmpty();
  }

  private void forgetOld() {
    long now = nanos.getAsLong();
    onItsWay.values().removeIf(at -> now - at > ON_ITS_WAY_NANOS);
  }

  /** Lets nothing give way any more: no answer is heard while the service ends. */
  public void end() {
    ended = true;
  }

  /** Returns how one reader of the first look gives way. Each has its own. */
  GivingWay ofFirstLook() {
    return new GivingWay(this::isBurst);
  }

  GivingWay ofSecondLook() {
    return new GivingWay(() -> true);
  }

  /** Not thread-safe. */
  final class GivingWay {
    private final BooleanSupplier toDanger;
    private long mayWaitFrom = nanos.getAsLong();

    private GivingWay(BooleanSupplier toDanger) {
      this.toDanger = toDanger;
    }

    /**
     * Waits while the look-ahead is behind, at most a second, or while danger is on its way, at
     * most half a second: then it waits for danger again after as much time. Waiting gets nowhere
     * while a record must be alone in the process.
     */
    void giveWay() throws InterruptedException {
      long start = nanos.getAsLong();
      boolean mayWait = toDanger.getAsBoolean() && start - mayWaitFrom >= 0;
      long now = start;
      long forDanger = 0;
      while (!ended && !BatchReader.oneAlone() && now - start < MOST_NANOS) {
        boolean behind = isLookAheadBehind();
        if (!behind && !(mayWait && forDanger < ON_ITS_WAY_NANOS && isDangerOnItsWay())) {
          break;
        }
        Thread.sleep(STEP_MILLIS);
        long waited = nanos.getAsLong() - now;
        now += waited;
        forDanger += behind ? 0 : waited;
      }
      if (forDanger > 0) {
        mayWaitFrom = now + forDanger;
      }
    }
  }
}

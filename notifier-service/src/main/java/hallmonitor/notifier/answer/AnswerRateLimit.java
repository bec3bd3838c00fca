package hallmonitor.notifier.answer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Limits requests per minute and requester. Forgets everything each minute. */
public final class AnswerRateLimit {
  private static final int MOST_ASKERS = 10_000;

  private final int most;
  private final LongSupplier nanos;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private long minute;

  /**
   * Creates a limit.
   *
   * @param most requests per requester and minute
   * @param nanos a monotonic count, such as {@link System#nanoTime}
   */
  public AnswerRateLimit(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /** Returns whether this request exceeds the limit. */
  public boolean isTooMany(String asker) {
    turn();
    if (counts.size() >= MOST_ASKERS && !counts.containsKey(asker)) {
      return true;
    }
    return counts.computeIfAbsent(asker, a -> new AtomicInteger()).incrementAndGet() > most;
  }

  private synchronized void turn() {
    long now = TimeUnit.NANOSECONDS.toMinutes(nanos.getAsLong());
    if (now != minute) {
      minute = now;
      counts.clear();
    }
  }
}

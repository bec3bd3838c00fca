package hallmonitor.notifier.answer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** So many requests a minute from one address; it forgets all of them with each minute. */
public final class RateLimit {
  private static final int MOST_ADDRESSES = 10_000;

  private final int most;
  private final LongSupplier nanos;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private long minute;

  /**
   * @param most requests of one address in a minute
   * @param nanos a count that only grows, such as {@link System#nanoTime}
   */
  public RateLimit(int most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /** Whether this request is one too many. */
  public boolean isTooMany(String address) {
    turn();
    if (counts.size() >= MOST_ADDRESSES && !counts.containsKey(address)) {
      return true;
    }
    return counts.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > most;
  }

  private synchronized void turn() {
    long now = TimeUnit.NANOSECONDS.toMinutes(nanos.getAsLong());
    if (now != minute) {
      minute = now;
      counts.clear();
    }
  }
}

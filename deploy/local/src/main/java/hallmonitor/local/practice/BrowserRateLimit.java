package hallmonitor.local.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A token bucket per browser, and one for all of them. The API has none, like WordPress. */
final class BrowserRateLimit {
  private static final int REMEMBERED_BROWSERS = 1_000;

  /**
   * Key of the shared bucket. It belongs to no browser: their hashes are odd, and 0 is a browser
   * without a cookie.
   */
  private static final long EVERYBODY = Long.MIN_VALUE;

  private static final class Bucket {
    double tokens;
    long at;
  }

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private final Map<Long, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Bucket> eldest) {
          return size() > REMEMBERED_BROWSERS;
        }
      };

  /**
   * Creates the limit.
   *
   * @param burst comments that one browser may write at once; ten times that for all browsers
   *     together
   * @param perSecond comments that one browser may write on average; ten times that for all
   *     together
   */
  BrowserRateLimit(int burst, double perSecond, LongSupplier nanos) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  synchronized boolean allows(long browser) {
    return take(browser, 1) && take(EVERYBODY, 10);
  }

  private boolean take(long key, int times) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.get(key);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.tokens = (double) burst * times;
      bucket.at = now;
      buckets.put(key, bucket);
    }
    double refilled = bucket.tokens + (now - bucket.at) / 1e9 * perSecond * times;
    bucket.tokens = Math.min((double) burst * times, refilled);
    bucket.at = now;
    if (bucket.tokens < 1) {
      return false;
    }
    bucket.tokens--;
    return true;
  }
}

package hallmonitor.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Nearest-rank quantiles of a set of times. */
public record Quantiles(long[] sortedMillis) {
  public static Quantiles of(Collection<Long> millis) {
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Quantiles(sorted);
  }

  /**
   * Returns a quantile in milliseconds.
   *
   * @param share from 0 to 1
   */
  public long at(double share) {
    int rank = (int) Math.ceil(share * sortedMillis.length);
    return sortedMillis[Math.max(rank, 1) - 1];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%d  min %d ms  median %d ms  p95 %d ms  p99 %d ms  max %d ms",
        sortedMillis.length,
        at(0),
        at(0.5),
        at(0.95),
        at(0.99),
        Arrays.stream(sortedMillis).max().orElseThrow());
  }
}

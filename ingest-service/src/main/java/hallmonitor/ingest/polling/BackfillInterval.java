package hallmonitor.ingest.polling;

import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the end of a back-fill from its pace since it was first observed or last resumed. Used
 * by one thread.
 */
public final class BackfillInterval {
  /** No estimate before this time: one page more or less would move the end by hours. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private @Nullable Backfill first;
  private Instant since = Instant.MIN;

  /**
   * Estimates the end.
   *
   * @param running whether it is being read now; pauses are not counted
   * @return empty if no estimate is possible yet
   */
  public Optional<Instant> end(Optional<Backfill> progress, boolean running, Instant now) {
    if (!running || progress.isEmpty() || progress.get().finished()) {
      first = null;
      return Optional.empty();
    }
    Backfill at = progress.get();
    if (first == null || !first.from().equals(at.from()) || at.done() < first.done()) {
      first = at;
      since = now;
    }
    Duration took = Duration.between(since, now);
    long read = at.done() - first.done();
    if (read == 0 || took.compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    return at.total()
        .map(total -> Math.max(0, total - at.done()))
        .map(left -> now.plusMillis((long) ((double) took.toMillis() / read * left)));
  }
}

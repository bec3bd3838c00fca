package hallmonitor.ingest.polling;

import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a back-fill will be over at the pace since it was first looked at, or since it last went on.
 * Used by one thread.
 */
public final class BackfillInterval {
  /** Before that, a page more or less would move the end by hours. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private Backfill first;
  private Instant since;

  /**
   * @param running whether it is being read now; a rest is not counted
   * @return absent while nothing can be said
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

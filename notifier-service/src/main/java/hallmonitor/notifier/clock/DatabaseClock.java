package hallmonitor.notifier.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock, which all instances share; this machine's clock is never used. It is read
 * once a second and extrapolated with the processor's monotonic counter, so that no statement waits
 * for it.
 */
public final class DatabaseClock implements InstantSource {
  private record Reading(Instant at, long nanos) {}

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Jdbi database;
  private volatile @Nullable Reading last;

  public DatabaseClock(Jdbi database) {
    this.database = database;
  }

  /**
   * Reads the clock again if the last reading is older than a second. Not for use in a transaction.
   */
  public void refresh() {
    Reading known = last;
    if (known == null || System.nanoTime() - known.nanos() >= FRESH.toNanos()) {
      last = read();
    }
  }

  private Reading read() {
    Instant at =
        database.withHandle(
            h -> h.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
    return new Reading(at, System.nanoTime());
  }

  @Override
  public Instant instant() {
    Reading known = last;
    if (known == null) {
      known = read();
      last = known;
    }
    return known.at().plusNanos(System.nanoTime() - known.nanos());
  }
}

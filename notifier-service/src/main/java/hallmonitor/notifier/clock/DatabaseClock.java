package hallmonitor.notifier.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/**
 * The database's clock, which all instances share; this machine's is never asked for the time. It
 * is read again once a second, and in between it goes on by the processor's own monotonic count, so
 * that no statement has to wait for it.
 */
public final class DatabaseClock extends Clock {
  private record Reading(Instant at, long nanos) {}

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Jdbi database;
  private volatile Reading last;

  public DatabaseClock(Jdbi database) {
    this.database = database;
  }

  /** Reads it again when the last reading is older than a second. Not for use in a transaction. */
  public void refresh() {
    Reading known = last;
    if (known != null && System.nanoTime() - known.nanos() < FRESH.toNanos()) {
      return;
    }
    Instant at =
        database.withHandle(
            h -> h.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
    last = new Reading(at, System.nanoTime());
  }

  @Override
  public Instant instant() {
    if (last == null) {
      refresh();
    }
    Reading known = last;
    return known.at().plusNanos(System.nanoTime() - known.nanos());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Instants have no zone; this clock always tells UTC. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

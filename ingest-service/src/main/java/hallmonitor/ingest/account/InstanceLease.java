package hallmonitor.ingest.account;

import hallmonitor.messaging.Worker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * This process's place among the instances: renewed every second on a connection of its own, which
 * also hears what others call, so that no other work on the database can make it late. Whether it
 * holds is told by this machine's own clocks, which run on while the process is stopped.
 */
final class InstanceLease implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(InstanceLease.class.getName());

  /**
   * It ends here before others may take over: requests that begin at the last moment begin then.
   */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LISTEN_MILLIS = 250;
  private static final int ANSWER_MILLIS = 4_000;

  /** One stay; an instance that loses it never gets the same one back. */
  private record Stay(UUID instance, long since, End end, boolean lost) {}

  /** On both clocks: one stands still while a machine sleeps, and the other one can be set back. */
  private record End(long nanos, long wallMillis) {
    boolean isOver(long now) {
      return now - nanos >= 0 || System.currentTimeMillis() >= wallMillis;
    }
  }

  private final Jdbi database;
  private final OwnerTable table;
  private final ProcessPlace here = ProcessPlace.here();
  private final Supplier<Map<String, PlatformRest>> rests;
  private final Consumer<OwnerCall> heard;
  private final LongSupplier nanoTime;
  private final Worker worker = new Worker("lease", this::renewAndListen).atEnd(this::disconnect);
  private volatile Stay stay;
  private @Nullable Handle connection;
  private int poolsLimit;
  private long nextRenewal;

  /**
   * Joins the instances.
   *
   * @param rests what to note with each renewal: how long platforms want to be left alone, by unit
   * @param heard receives calls of other instances; must return at once
   */
  InstanceLease(
      Jdbi database,
      OwnerTable table,
      Supplier<Map<String, PlatformRest>> rests,
      Consumer<OwnerCall> heard,
      LongSupplier nanoTime) {
    this.database = database;
    this.table = table;
    this.rests = rests;
    this.heard = heard;
    this.nanoTime = nanoTime;
    this.stay = joined();
    this.nextRenewal = nanoTime.getAsLong();
  }

  private Stay joined() {
    UUID instance = UUID.randomUUID();
    long now = nanoTime.getAsLong();
    End end = end(now);
    table.join(instance, here);
    return new Stay(instance, now, end, false);
  }

  /** Returns the end of a lease that is asked for now. */
  private static End end(long now) {
    Duration length = OwnerTable.LEASE.minus(MARGIN);
    return new End(now + length.toNanos(), System.currentTimeMillis() + length.toMillis());
  }

  InstanceLease start() {
    worker.start();
    return this;
  }

  UUID instance() {
    return stay.instance();
  }

  ProcessPlace here() {
    return here;
  }

  /** Returns whether others took everything from this instance because it was silent. */
  boolean lost() {
    return stay.lost();
  }

  /** Joins again, holding nothing. */
  void joinAgain() {
    stay = joined();
  }

  /** Returns whether the lease holds for somebody who joined as that instance. */
  boolean holds(UUID instance) {
    Stay now = stay;
    return now.instance().equals(instance)
        && !now.lost()
        && !now.end().isOver(nanoTime.getAsLong());
  }

  /**
   * Returns whether the lease has held long enough to judge others: after an outage of the database
   * all are late, and each gets the time to renew first.
   */
  boolean steady() {
    Stay now = stay;
    return holds(now.instance()) && nanoTime.getAsLong() - now.since() > OwnerTable.LEASE.toNanos();
  }

  private Duration renewAndListen() throws SQLException {
    try {
      Handle open = connected();
      if (nanoTime.getAsLong() - nextRenewal >= 0) {
        renew(open);
        nextRenewal = nanoTime.getAsLong() + EVERY.toNanos();
      }
      PGNotification[] calls =
          open.getConnection().unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
      for (PGNotification call : calls == null ? new PGNotification[0] : calls) {
        OwnerCall.read(call.getParameter()).ifPresent(heard);
      }
      return Duration.ZERO;
    } catch (SQLException | RuntimeException e) {
      disconnect();
      throw e;
    }
  }

  private void renew(Handle open) {
    Stay before = stay;
    if (before.lost()) {
      return;
    }
    long asked = nanoTime.getAsLong();
    End end = end(asked);
    long since = before.end().isOver(asked) ? asked : before.since();
    boolean held = OwnerTable.renew(open, before.instance());
    stay = new Stay(before.instance(), since, end, !held);
    OwnerTable.rest(open, before.instance(), rests.get());
  }

  private Handle connected() throws SQLException {
    Handle open = connection;
    if (open == null) {
      open = database.open();
      connection = open;
      // Without it, a database that is cut off would be waited for much longer than a lease lasts.
      poolsLimit = open.getConnection().getNetworkTimeout();
      open.getConnection().setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      open.execute("listen " + OwnerCall.CHANNEL);
    }
    return open;
  }

  private void disconnect() {
    Handle open = connection;
    connection = null;
    if (open != null) {
      try (open) {
        open.execute("unlisten " + OwnerCall.CHANNEL);
        open.getConnection().setNetworkTimeout(Runnable::run, poolsLimit);
      } catch (SQLException | RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "the connection is not used again", e);
      }
    }
  }

  boolean alive() {
    return worker.alive();
  }

  /** Gives up everything at once, so that others need not wait. */
  @Override
  public void close() {
    worker.close();
    try {
      table.leave(stay.instance());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "the others see only in some seconds that this ended", e);
    }
  }
}

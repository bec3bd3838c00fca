package hallmonitor.ingest.account;

import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Shares the accounts among the running instances: each takes what nobody owns, up to an equal
 * share, and hands back what is more than that. Those that joined first take the odd ones, so that
 * shares change only when an instance comes or goes.
 */
public final class Ownership implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Ownership.class.getName());

  /** So that the first ones are read elsewhere before the last ones are let go of. */
  private static final int BACK_AT_ONCE = 25;

  private final InstanceLease lease;
  private final OwnerTable table;
  private final OwnerCalls calls;
  private final Owner owner;
  private final Runnable takenOver;
  private final Worker worker =
      new Worker("ownership", this::share).patience(Duration.ofSeconds(30));
  private final Map<String, Tenure> mine = new HashMap<>();
  private boolean closed;

  /**
   * Joins the instances.
   *
   * @param nanoTime this machine's clock, which runs on while the process is stopped
   * @param takenOver called for each instance that lost its accounts without its doing
   */
  public Ownership(
      Jdbi database, OwnerCalls calls, Owner owner, LongSupplier nanoTime, Runnable takenOver) {
    this.table = new OwnerTable(database);
    this.calls = calls;
    this.owner = owner;
    this.takenOver = takenOver;
    this.lease = new InstanceLease(database, table, owner::rests, this::hear, nanoTime);
  }

  private void hear(OwnerCall call) {
    if (call.kind() == OwnerCall.Kind.SHARES) {
      wake();
    } else {
      owner.hear(call);
    }
  }

  /** Takes a share now, and keeps it fair from then on. */
  public Ownership start() {
    lease.start();
    calls.start();
    worker.start();
    return this;
  }

  /** Signals that there may be something to take or to hand back. */
  public void wake() {
    worker.wake();
  }

  public boolean alive() {
    return worker.alive() && lease.alive() && calls.alive();
  }

  private synchronized Duration share() {
    if (closed) {
      return Worker.IDLE;
    }
    if (lease.lost()) {
      LOG.log(System.Logger.Level.WARNING, "others took over while this instance was silent");
      mine.clear();
      owner.own(List.of());
      lease.joinAgain();
    }
    List<UUID> living = living();
    Set<String> all = owner.units();
    int rank = living.indexOf(lease.instance());
    if (rank < 0) {
      return Worker.IDLE; // the next renewal finds that out
    }
    int fair = all.size() / living.size() + (rank < all.size() % living.size() ? 1 : 0);
    handBack(all, fair);
    take(all, fair);
    return mine.size() > fair ? Duration.ZERO : Worker.IDLE;
  }

  /** Returns those that run, and frees what others held. */
  private List<UUID> living() {
    List<UUID> living = new ArrayList<>();
    for (OwnerTable.Instance one : table.instances()) {
      if (!one.instance().equals(lease.instance()) && hasGone(one)) {
        LOG.log(System.Logger.Level.INFO, "the accounts of instance {0} are free", one.instance());
        takenOver.run();
      } else {
        living.add(one.instance());
      }
    }
    return living;
  }

  private boolean hasGone(OwnerTable.Instance one) {
    if (lease.here().seesTheEndOf(one.where())) {
      return table.leave(one.instance());
    }
    return one.silent() && lease.steady() && table.buryIfSilent(one.instance());
  }

  private void handBack(Set<String> all, int fair) {
    Set<String> kept = new HashSet<>();
    int keeps = Math.max(fair, mine.size() - BACK_AT_ONCE);
    mine.keySet().stream().filter(all::contains).sorted().limit(keeps).forEach(kept::add);
    if (kept.size() < mine.size()) {
      Set<String> back = new HashSet<>(mine.keySet());
      back.removeAll(kept);
      mine.keySet().retainAll(kept);
      owner.own(List.copyOf(mine.values()));
      table.release(lease.instance(), back);
      calls.call(OwnerCall.Kind.SHARES, "");
    }
  }

  private void take(Set<String> all, int fair) {
    if (mine.size() < fair) {
      UUID me = lease.instance();
      List<OwnerTable.Claimed> taken = table.claim(me, all, fair - mine.size());
      taken.forEach(one -> mine.put(one.unit(), tenure(one, me)));
      if (!taken.isEmpty()) {
        owner.own(List.copyOf(mine.values()));
      }
    }
  }

  private Tenure tenure(OwnerTable.Claimed claimed, UUID me) {
    long now = System.nanoTime();
    return new Tenure(
        claimed.unit(),
        me,
        claimed.token(),
        now + Duration.ofMillis(claimed.readsRestMillis()).toNanos(),
        now + Duration.ofMillis(claimed.actsRestMillis()).toNanos(),
        () -> lease.holds(me));
  }

  /** Lets go of everything, and has the others take it. */
  @Override
  public void close() {
    worker.close();
    synchronized (this) {
      closed = true;
      mine.clear();
      owner.own(List.of());
    }
    calls.close();
    lease.close();
  }
}

package hallmonitor.ingest.account;

import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/** Calls out to the other instances. Many equal calls are one. */
public final class OwnerCalls implements AutoCloseable {
  private final Jdbi database;
  private final Set<OwnerCall> waiting = ConcurrentHashMap.newKeySet();
  private final Worker worker = new Worker("owner-calls", this::callAll);

  public OwnerCalls(Jdbi database) {
    this.database = database;
  }

  OwnerCalls start() {
    worker.start();
    return this;
  }

  /** Returns at once; may be called at any rate. */
  public void call(OwnerCall.Kind kind, String about) {
    if (waiting.add(new OwnerCall(kind, about))) {
      worker.wake();
    }
  }

  private Duration callAll() {
    Iterator<OwnerCall> each = waiting.iterator();
    while (each.hasNext()) {
      String text = each.next().text();
      each.remove();
      database.useHandle(
          h -> h.select("select pg_notify(?, ?)", OwnerCall.CHANNEL, text).mapToMap().list());
    }
    return Worker.IDLE;
  }

  boolean alive() {
    return worker.alive();
  }

  @Override
  public void close() {
    worker.close();
  }
}

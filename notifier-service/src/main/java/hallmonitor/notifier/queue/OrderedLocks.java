package hallmonitor.notifier.queue;

import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Locks of PostgreSQL by name, held until the transaction ends. */
public final class OrderedLocks {
  private OrderedLocks() {}

  /**
   * Takes the locks one after the other in the order of their names, so that no two transactions
   * that take several wait for each other.
   */
  public static void take(Handle transaction, Stream<String> names) {
    transaction
        .createQuery(
            "select pg_advisory_xact_lock(hashtextextended(name, 7)) from unnest(:names) as name")
        .bindArray("names", String.class, names.distinct().sorted().toArray())
        .mapTo(String.class)
        .list();
  }
}

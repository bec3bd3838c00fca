package hallmonitor.moderation.store;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What all work in the background needs that takes steps, so that a restart goes on. */
public final class BackgroundWork {
  /** Tries of one step until its work fails: 1, 2, 3, and 4 minutes apart. */
  public static final int MOST_TRIES = 5;

  private BackgroundWork() {}

  /**
   * Does something while no other instance does. Held without a transaction, because a step may
   * take long.
   *
   * @param name of the work
   * @return what it returns; false if another instance is at it
   */
  public static boolean alone(Jdbi database, String name, BooleanSupplier step) {
    return database.withHandle(
        h -> {
          if (!locked(h, "pg_try_advisory_lock", name)) {
            return false;
          }
          try {
            return step.getAsBoolean();
          } finally {
            locked(h, "pg_advisory_unlock", name);
          }
        });
  }

  private static boolean locked(Handle h, String function, String name) {
    return h.createQuery("select " + function + "(hashtext(:name))")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Counts a try; the next one comes so many minutes later.
   *
   * @param table with {@code faults} and {@code next_at}
   * @param key its column with the id
   * @return how many in a row
   */
  public static int tried(Handle t, String table, String key, UUID id) {
    return t.createQuery(
            """
            update %s set faults = faults + 1, next_at = clock_timestamp() + make_interval(mins => faults + 1)
            where %s = :id returning faults
            """
                .formatted(table, key))
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }
}

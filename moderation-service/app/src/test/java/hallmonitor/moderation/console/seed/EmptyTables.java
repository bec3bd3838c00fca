package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Empties tables between tests. */
public final class EmptyTables {
  private static final String WITH_WHAT_REFERS_TO_THEM =
      """
      with recursive emptied (oid) as (
        select unnest(?::regclass[])
        union
        select conrelid from pg_constraint join emptied on confrelid = emptied.oid where contype = 'f')
      select oid::regclass::text from emptied order by 1
      """;

  private static final String DEADLOCK = "40P01";
  private static final int MOST_TRIES = 10;

  private EmptyTables() {}

  /**
   * Deletes all rows of tables, and of those that refer to them, past the guards of what is only
   * added to. For a few rows it takes a tenth of the time that truncating takes, and connections
   * keep their plans. It waits for what others are writing, and begins again if PostgreSQL chose
   * this transaction to resolve a deadlock with them.
   */
  public static void empty(ConsoleDatabase database, String... tables) {
    for (int tries = 1; ; tries++) {
      try {
        database.write(h -> empty(h, tables));
        return;
      } catch (JdbiException e) {
        boolean deadlock =
            e.getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState());
        if (!deadlock || tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private static int empty(Handle transaction, String... tables) {
    List<String> all =
        transaction
            .createQuery(WITH_WHAT_REFERS_TO_THEM.replace("?", ":tables"))
            .bindArray("tables", String.class, (Object[]) tables)
            .mapTo(String.class)
            .list();
    transaction.execute("lock table " + String.join(", ", all) + " in exclusive mode");
    // Without guards and in any order.
    transaction.execute("set local session_replication_role = replica");
    return transaction.execute("delete from " + String.join("; delete from ", all));
  }
}

package hallmonitor.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes all tables of a service before a migration changes the first. An older version of the
 * service may be at work on them: a migration that took one table after the other, in an order of
 * its own, and that version would wait for each other, and the database would end one of them.
 *
 * <p>It waits for the tables a moment at a time, because whatever comes after a waiting migration
 * waits, too. The table that it could not have is the first that it asks for the next time: it then
 * holds nothing that those who use that table may wait for. Flyway creates it by its name in {@code
 * quarkus.flyway.callbacks}.
 */
public final class MigrationLocks implements Callback {
  private static final System.Logger LOG = System.getLogger(MigrationLocks.class.getName());

  /** More than PostgreSQL's deadlock_timeout of a second: then it ends an autovacuum in the way. */
  private static final Duration FIRST = Duration.ofMillis(1_200);

  /**
   * Less than deadlock_timeout, so that PostgreSQL seldom ends the older version: only where
   * several such moments add up to a second, and then that version tries again.
   */
  private static final Duration NEXT = Duration.ofMillis(400);

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long LONGEST_PAUSE_MILLIS = 400;

  /** Lock not available, deadlock, query canceled. */
  private static final Set<String> IN_USE = Set.of("55P03", "40P01", "57014");

  /** Flyway's own table is in Flyway's hands. */
  private static final String TABLES =
      """
      select format('%I.%I', schemaname, tablename) as name
      from pg_tables
      where tableowner = current_user
        and schemaname not in ('pg_catalog', 'information_schema')
        and tablename <> 'flyway_schema_history'
      order by 1
      """;

  private final Duration longest;
  private int driverLimit;

  /** Creates it for Flyway. */
  public MigrationLocks() {
    this(LONGEST);
  }

  /**
   * Creates it.
   *
   * @param longest how long it tries
   */
  public MigrationLocks(Duration longest) {
    this.longest = longest;
  }

  @Override
  public String getCallbackName() {
    return "tables";
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  /**
   * Takes the tables until the transaction of the migration ends, and lets it take its time.
   *
   * @throws FlywayException if others did not let go of them
   */
  @Override
  public void handle(Event event, Context context) {
    try {
      Connection connection = context.getConnection();
      if (event == Event.AFTER_EACH_MIGRATE) {
        // The service goes on with this connection, and the database ends its part by itself.
        connection.setNetworkTimeout(Runnable::run, driverLimit);
        return;
      }
      driverLimit = connection.getNetworkTimeout();
      if (!connection.getAutoCommit()) {
        takeAll(connection);
        LongStatements.MIGRATION.allow(connection);
      }
    } catch (SQLException e) {
      throw new FlywayException("The tables cannot be taken for the migration", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlywayException("The wait for the tables was interrupted", e);
    }
  }

  private void takeAll(Connection connection) throws SQLException, InterruptedException {
    List<String> tables = tables(connection);
    long until = System.nanoTime() + longest.toNanos();
    Optional<String> inUse = take(connection, tables);
    while (inUse.isPresent()) {
      if (System.nanoTime() > until) {
        throw new FlywayException(
            "The tables were in use for "
                + longest.toSeconds()
                + " s, so they were not brought up to date. Stop the older version of this service"
                + " and what else works with its tables, then start this one again.");
      }
      LOG.log(System.Logger.Level.INFO, "the migration waits for the table {0}", inUse.get());
      tables.remove(inUse.get());
      tables.add(0, inUse.get());
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
      inUse = take(connection, tables);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString("name"));
      }
    }
    return tables;
  }

  /** Returns the table that others did not let go of. */
  private static Optional<String> take(Connection connection, List<String> tables)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    Duration moment = FIRST;
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        if (!take(statement, table, moment)) {
          connection.rollback(before);
          return Optional.of(table);
        }
        moment = NEXT;
      }
      statement.execute("set local lock_timeout = 0");
    }
    connection.releaseSavepoint(before);
    return Optional.empty();
  }

  private static boolean take(Statement statement, String table, Duration moment)
      throws SQLException {
    try {
      statement.execute("set local lock_timeout = " + moment.toMillis());
      statement.execute("lock table " + table + " in access exclusive mode");
      return true;
    } catch (SQLException e) {
      if (IN_USE.contains(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}

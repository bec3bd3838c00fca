package hallmonitor.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * The work that may take longer than the limits that META-INF/microprofile-config.properties of
 * this module sets for every connection of a service. It asks here, by its name, for the rest of
 * its transaction; everything else is cut off, so that a database or a network that does not answer
 * holds no thread.
 */
public enum LongStatements {
  /** Changes of tables, and new indexes over them. No limit: half a migration helps nobody. */
  MIGRATION(Duration.ZERO),
  /** Counts over the archive. */
  COUNT(Duration.ofMinutes(30)),
  /** A copy of the archive or of the ledger, and what reads them whole. */
  EXPORT(Duration.ofMinutes(30)),
  /** A step of a disposal, with its search for what is due. */
  DISPOSAL(Duration.ofMinutes(30));

  /** The driver waits a little longer, so that the database is the one that ends a statement. */
  private static final Duration MORE = Duration.ofSeconds(15);

  private final Duration longest;

  LongStatements(Duration longest) {
    this.longest = longest;
  }

  /** Lets the statements of a transaction take longer, until it ends. */
  public void allow(Handle transaction) {
    Connection connection = transaction.getConnection();
    try {
      int before = allow(connection);
      transaction.afterCommit(() -> restore(connection, before));
      transaction.afterRollback(() -> restore(connection, before));
    } catch (SQLException e) {
      throw new IllegalStateException("the time of a long statement cannot be set", e);
    }
  }

  /**
   * Lets the statements of a transaction take longer, until it ends.
   *
   * @return the driver's limit before, in milliseconds, for the end of the transaction
   */
  public int allow(Connection transaction) throws SQLException {
    if (transaction.getAutoCommit()) {
      throw new IllegalStateException("the database would forget it at once");
    }
    execute(transaction, "set local statement_timeout = " + longest.toMillis());
    return limitDriver(transaction);
  }

  /**
   * Lets the statements of a connection take longer, until it is closed; for work that begins and
   * ends its transactions itself.
   *
   * @param connection outside a transaction, now and at the end
   */
  public Longer on(Connection connection) throws SQLException {
    execute(connection, "set statement_timeout = " + longest.toMillis());
    int before = limitDriver(connection);
    return () -> {
      try {
        execute(connection, "reset statement_timeout");
      } finally {
        connection.setNetworkTimeout(Runnable::run, before);
      }
    };
  }

  /** Ends with the usual limits. */
  @FunctionalInterface
  public interface Longer extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  private int limitDriver(Connection connection) throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(
        Runnable::run, longest.isZero() ? 0 : Math.toIntExact(longest.plus(MORE).toMillis()));
    return before;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void restore(Connection connection, int before) {
    try {
      connection.setNetworkTimeout(Runnable::run, before);
    } catch (SQLException e) {
      // A connection that takes no setting is broken, and its pool gives it to nobody.
      System.getLogger(LongStatements.class.getName())
          .log(System.Logger.Level.DEBUG, "a connection is not used again", e);
    }
  }
}

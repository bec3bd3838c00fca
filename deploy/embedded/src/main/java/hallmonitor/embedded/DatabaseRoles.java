package hallmonitor.embedded;

import hallmonitor.messaging.LedgerTables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.Utils;

/**
 * Sets up the database, a role for each service that owns its schema and can reach no other, and
 * the keeper of the evidence ledger. Safe to repeat.
 */
public final class DatabaseRoles {
  private static final String OWNER = "postgres";

  /** SQLSTATE of a server that starts, stops or recovers, and of none. */
  private static final String STARTING = "57P03";

  private static final String UNREACHABLE = "08001";

  private DatabaseRoles() {}

  /**
   * Creates what is missing and gives every role its password.
   *
   * @param server where the server listens, as in {@code 127.0.0.1:5432}
   * @throws SQLException if the server refuses its owner's password or a statement
   */
  public static void create(String server, DatabasePasswords passwords) throws SQLException {
    try (Connection maintenance = asOwner(server, "postgres", passwords)) {
      createDatabase(maintenance);
    }
    try (Connection database = asOwner(server, EmbeddedDatabase.DATABASE, passwords)) {
      createRoles(database, passwords);
    }
  }

  /**
   * Returns whether the server takes connections, even one that refuses the password. It does not
   * while it recovers.
   */
  static boolean accepts(String server, DatabasePasswords passwords) {
    try (Connection connection = asOwner(server, "postgres", passwords)) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return !STARTING.equals(e.getSQLState()) && !UNREACHABLE.equals(e.getSQLState());
    }
  }

  private static Connection asOwner(String server, String database, DatabasePasswords passwords)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + server + "/" + database, OWNER, passwords.superuser());
  }

  private static void createDatabase(Connection postgres) throws SQLException {
    String query = "SELECT 1 FROM pg_database WHERE datname = '%s'";
    if (!exists(postgres, query.formatted(EmbeddedDatabase.DATABASE))) {
      execute(postgres, "CREATE DATABASE " + EmbeddedDatabase.DATABASE);
    }
  }

  private static void createRoles(Connection database, DatabasePasswords passwords)
      throws SQLException {
    execute(database, "REVOKE ALL ON DATABASE " + EmbeddedDatabase.DATABASE + " FROM PUBLIC");
    execute(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    for (DatabaseRole role : DatabaseRole.values()) {
      createRole(database, role.sqlName(), passwords.of(role));
    }
    // The evidence belongs to a role that no one signs in as, so that the notifier cannot rewrite
    // it.
    execute(database, LedgerTables.keeperStatements());
  }

  private static void createRole(Connection database, String name, String password)
      throws SQLException {
    if (!exists(database, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
      execute(database, "CREATE ROLE " + name);
    }
    // At every start, so that a changed secret takes effect.
    execute(
        database,
        """
        ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %2$s;
        GRANT CONNECT, TEMPORARY ON DATABASE %3$s TO %1$s;
        CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s;
        ALTER ROLE %1$s SET search_path = %1$s;
        """
            .formatted(name, quoted(password), EmbeddedDatabase.DATABASE));
  }

  private static String quoted(String text) throws SQLException {
    return "'" + Utils.escapeLiteral(null, text, true) + "'";
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

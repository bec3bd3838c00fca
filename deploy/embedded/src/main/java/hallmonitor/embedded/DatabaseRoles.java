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
   * Does so for the one district of a server.
   *
   * @see #create(String, DatabaseNames, DatabasePasswords)
   */
  public static void create(String server, DatabasePasswords passwords) throws SQLException {
    create(server, DatabaseNames.ALONE, passwords);
  }

  /**
   * Creates what is missing and gives every role its password.
   *
   * @param server where the server listens, as in {@code 127.0.0.1:5432}
   * @throws SQLException if the server refuses its owner's password or a statement
   */
  public static void create(String server, DatabaseNames names, DatabasePasswords passwords)
      throws SQLException {
    try (Connection maintenance = asOwner(server, "postgres", passwords)) {
      createDatabase(maintenance, names.database());
      if (!names.equals(DatabaseNames.ALONE)) {
        closeSharedDatabases(maintenance);
      }
    }
    try (Connection database = asOwner(server, names.database(), passwords)) {
      createRoles(database, names, passwords);
    }
  }

  /**
   * Returns whether the server takes connections, even one that refuses the password. It does not
   * while it recovers.
   */
  public static boolean accepts(String server, DatabasePasswords passwords) {
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

  private static void createDatabase(Connection postgres, String name) throws SQLException {
    String query = "SELECT 1 FROM pg_database WHERE datname = '%s'";
    if (!exists(postgres, query.formatted(name))) {
      execute(postgres, "CREATE DATABASE " + name);
    }
  }

  /** What all may open is where the roles of two districts could leave something for each other. */
  private static void closeSharedDatabases(Connection postgres) throws SQLException {
    execute(postgres, "REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC");
  }

  private static void createRoles(
      Connection database, DatabaseNames names, DatabasePasswords passwords) throws SQLException {
    execute(database, "REVOKE ALL ON DATABASE " + names.database() + " FROM PUBLIC");
    execute(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    for (DatabaseRole role : DatabaseRole.values()) {
      createRole(database, names, role, passwords.of(role));
    }
    // The evidence belongs to a role that no one signs in as, so that the notifier cannot rewrite
    // it.
    execute(database, LedgerTables.keeperStatements(names.role(DatabaseRole.NOTIFIER)));
  }

  private static void createRole(
      Connection database, DatabaseNames names, DatabaseRole role, String password)
      throws SQLException {
    String name = names.role(role);
    if (!exists(database, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
      execute(database, "CREATE ROLE " + name);
    }
    // At every start, so that a changed secret takes effect.
    execute(
        database,
        """
        ALTER ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %2$s;
        GRANT CONNECT, TEMPORARY ON DATABASE %3$s TO %1$s;
        CREATE SCHEMA IF NOT EXISTS %4$s AUTHORIZATION %1$s;
        ALTER ROLE %1$s SET search_path = %4$s;
        """
            .formatted(name, quoted(password), names.database(), role.sqlName()));
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

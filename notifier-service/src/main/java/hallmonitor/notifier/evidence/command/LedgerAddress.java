package hallmonitor.notifier.evidence.command;

import hallmonitor.messaging.DatabaseAddress;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.Driver;

/** The address of the ledger, and how to open it. */
final class LedgerAddress {
  private final DatabaseAddress address;

  private LedgerAddress(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * Finds the ledger.
   *
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   * @throws ToolFailure if there is none, saying what to do
   */
  static LedgerAddress find(Optional<String> given, Path data, UnaryOperator<String> environment) {
    return DatabaseAddress.find("notifier", given, data, environment)
        .map(LedgerAddress::new)
        .orElseThrow(
            () ->
                new ToolFailure(
                    "There is no database at the data folder "
                        + data
                        + ". Name another data folder with --data, a database with --database"
                        + " jdbc:postgresql://HOST:PORT/DATABASE, or a file."));
  }

  /** Returns the URL without user and password. */
  String name() {
    return address.name();
  }

  /** Returns the folder of the signing key and the database's password. */
  Path secrets() {
    return address.secrets();
  }

  /**
   * Opens the ledger.
   *
   * @throws ToolFailure if it cannot be opened, saying what to do
   */
  Connection open() {
    try {
      Connection connection =
          new Driver().connect(address.url(), address.properties("hall-monitor-evidence"));
      if (connection == null) {
        throw new ToolFailure(
            "A database is named like jdbc:postgresql://HOST:PORT/DATABASE, not '" + name() + "'.");
      }
      return connection;
    } catch (SQLException e) {
      throw new ToolFailure(
          "The database at "
              + name()
              + " cannot be read ("
              + e.getMessage()
              + "). Its password comes from QUARKUS_DATASOURCE_PASSWORD, "
              + address.passwordVariable()
              + " or the file "
              + address.passwordFile()
              + ".");
    }
  }

  /**
   * Returns the ledger's table with its schema.
   *
   * @throws ToolFailure if the database has none
   */
  static String table(Connection connection) throws SQLException {
    String table = Jdbi.create(connection).withHandle(Ledger::table);
    try (var statement = connection.createStatement()) {
      statement.execute("select from " + table + " limit 0");
      return table;
    } catch (SQLException e) {
      throw new ToolFailure(
          "The database holds no ledger; start the notifier once, which makes it: "
              + e.getMessage());
    }
  }
}

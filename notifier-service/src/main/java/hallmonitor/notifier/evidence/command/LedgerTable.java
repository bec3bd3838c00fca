package hallmonitor.notifier.evidence.command;

import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.settings.tool.ToolFailure;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** The ledger in a database that a command has opened. */
final class LedgerTable {
  private LedgerTable() {}

  /**
   * Returns the ledger's table with its schema.
   *
   * @throws ToolFailure if the database has none
   */
  static String in(Connection connection) throws SQLException {
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

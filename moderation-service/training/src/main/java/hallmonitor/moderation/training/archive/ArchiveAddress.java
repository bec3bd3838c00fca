package hallmonitor.moderation.training.archive;

import hallmonitor.settings.tool.DatabaseAddress;
import hallmonitor.settings.tool.ToolFailure;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the archive is, and how a tool opens it. */
public final class ArchiveAddress {
  private static final String NO_TABLE = "42P01";

  private final DatabaseAddress database;

  public ArchiveAddress(DatabaseAddress database) {
    this.database = database;
  }

  /** Returns the URL without a user and password. */
  public String name() {
    return database.name();
  }

  /**
   * Opens the archive. The caller closes it.
   *
   * @throws ToolFailure if it cannot be opened or contains no archive, saying what to do
   */
  public Connection open() throws SQLException {
    Connection connection = database.open();
    try (var statement = connection.createStatement()) {
      statement.execute("select from revision limit 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      if (NO_TABLE.equals(e.getSQLState())) {
        throw new ToolFailure(
            "The database at %s holds no archive of Hall Monitor in the schema 'moderation'; another schema is named by ?currentSchema=... at the URL's end."
                .formatted(name()));
      }
      throw e;
    }
  }
}

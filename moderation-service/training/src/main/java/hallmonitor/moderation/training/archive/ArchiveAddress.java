package hallmonitor.moderation.training.archive;

import hallmonitor.messaging.DatabaseAddress;
import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postgresql.Driver;

/** Where the archive is, and how a tool opens it. */
public final class ArchiveAddress {
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_TABLE = "42P01";

  private final DatabaseAddress address;

  private ArchiveAddress(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for a variable not set
   * @throws ToolFailure if there is none, saying what to do
   */
  public static ArchiveAddress find(
      Optional<String> given, Path data, UnaryOperator<String> environment) {
    return DatabaseAddress.find("moderation", given, data, environment)
        .map(ArchiveAddress::new)
        .orElseThrow(
            () ->
                new ToolFailure(
                    "Hall Monitor does not run on the data folder "
                        + data
                        + ", so there is no archive to read. Start it (mvn -Pup) and run this"
                        + " again beside it; or name another data folder with --data, or a"
                        + " database with --database."));
  }

  /** Returns the URL without a user and password. */
  public String name() {
    return address.name();
  }

  /**
   * @throws ToolFailure if it cannot be opened or contains no archive, saying what to do
   */
  public Connection open() {
    try {
      Connection connection =
          new Driver().connect(address.url(), address.properties("hall-monitor-tool"));
      if (connection == null) {
        throw new ToolFailure(
            "A database is named like jdbc:postgresql://HOST:PORT/DATABASE, not '" + name() + "'.");
      }
      try (var statement = connection.createStatement()) {
        statement.execute("select from revision limit 0");
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new ToolFailure(whatToDo(e));
    }
  }

  private String whatToDo(SQLException e) {
    if (WRONG_PASSWORD.equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("password")) {
      return "The database at "
          + name()
          + " refuses the password, or none was found: set QUARKUS_DATASOURCE_PASSWORD, or "
          + address.passwordVariable()
          + ", or put it into "
          + address.passwordFile()
          + ".";
    }
    if (NO_TABLE.equals(e.getSQLState())) {
      return "The database at "
          + name()
          + " holds no archive of Hall Monitor in the schema 'moderation'; another schema is named"
          + " by ?currentSchema=... at the URL's end.";
    }
    return "The database at "
        + name()
        + " cannot be read ("
        + e.getMessage()
        + "). Does it run? Name another with --database jdbc:postgresql://HOST:PORT/DATABASE.";
  }
}

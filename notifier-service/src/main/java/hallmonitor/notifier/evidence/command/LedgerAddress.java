package hallmonitor.notifier.evidence.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.evidence.sealing.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.Driver;

/**
 * Where the ledger is and as whom it is read: as the notifier is told, by the environment and the
 * secrets folder, or, where nothing is told, the local run's.
 */
final class LedgerAddress {
  private static final String USER = "notifier";
  private static final String SECRET = "database-notifier";
  private static final int PORT_LINE = 3;

  private final String url;
  private final Path data;
  private final UnaryOperator<String> environment;

  private LedgerAddress(String url, Path data, UnaryOperator<String> environment) {
    this.url = url;
    this.data = data;
    this.environment = environment;
  }

  /**
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for a variable not set
   */
  static LedgerAddress find(Optional<String> given, Path data, UnaryOperator<String> environment) {
    String url =
        given
            .or(() -> Optional.ofNullable(environment.apply("QUARKUS_DATASOURCE_JDBC_URL")))
            .or(() -> localPort(data).map(p -> "jdbc:postgresql://127.0.0.1:" + p + "/hallmonitor"))
            .orElseThrow(
                () ->
                    new CommandFailed(
                        "There is no database at the data folder "
                            + data
                            + ". Name another data folder with --data, a database with --database"
                            + " jdbc:postgresql://HOST:PORT/DATABASE, or a file."));
    return new LedgerAddress(url, data, environment);
  }

  /** The server writes it into its files while it runs. */
  private static Optional<Integer> localPort(Path data) {
    try {
      List<String> lines =
          Files.readAllLines(data.resolve("database").resolve("cluster").resolve("postmaster.pid"));
      boolean runs = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).isPresent();
      return runs ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Without user and password, should the URL hold them. */
  String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /**
   * @throws CommandFailed when it cannot be opened or holds no ledger, saying what to do
   */
  Connection open() {
    Properties properties = new Properties();
    properties.setProperty("user", setting("QUARKUS_DATASOURCE_USERNAME").orElse(USER));
    password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("currentSchema", "notifier");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", "hall-monitor-evidence");
    try {
      Connection connection = new Driver().connect(url, properties);
      if (connection == null) {
        throw new CommandFailed(
            "A database is named like jdbc:postgresql://HOST:PORT/DATABASE, not '" + name() + "'.");
      }
      return connection;
    } catch (SQLException e) {
      throw new CommandFailed(
          "The database at "
              + name()
              + " cannot be read ("
              + e.getMessage()
              + "). Its password comes from QUARKUS_DATASOURCE_PASSWORD,"
              + " HALLMONITOR_SECRET_DATABASE_NOTIFIER or the file "
              + secrets().resolve(SECRET)
              + ".");
    }
  }

  static String table(Connection connection) throws SQLException {
    String table = Jdbi.create(connection).withHandle(Ledger::table);
    try (var statement = connection.createStatement()) {
      statement.execute("select from " + table + " limit 0");
      return table;
    } catch (SQLException e) {
      throw new CommandFailed("The database holds no ledger yet: " + e.getMessage());
    }
  }

  /** The folder of the signing key and the database's password. */
  Path secrets() {
    return setting("HALLMONITOR_SECRETS_DIR").map(Path::of).orElse(data.resolve("secrets"));
  }

  private Optional<String> password() {
    return setting("QUARKUS_DATASOURCE_PASSWORD")
        .or(() -> setting("HALLMONITOR_SECRET_DATABASE_NOTIFIER"))
        .or(this::fromFile);
  }

  private Optional<String> fromFile() {
    try {
      return Optional.of(Files.readString(secrets().resolve(SECRET), UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }
}

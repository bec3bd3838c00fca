package hallmonitor.moderation.training.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.postgresql.Driver;

/**
 * Where the archive is and as whom it is read: as the service is told, by the environment and the
 * secrets folder, or, where nothing is told, the local run's.
 */
final class ArchiveAddress {
  private static final String USER = "moderation";
  private static final String SECRET = "database-moderation";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_TABLE = "42P01";
  private static final int PORT_LINE = 3;

  private final String url;
  private final Path data;
  private final UnaryOperator<String> environment;

  private ArchiveAddress(String url, Path data, UnaryOperator<String> environment) {
    this.url = url;
    this.data = data;
    this.environment = environment;
  }

  /**
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for a variable not set
   * @throws BacktestException when there is none, saying what to do
   */
  static ArchiveAddress find(Optional<String> given, Path data, UnaryOperator<String> environment) {
    String url =
        given
            .or(() -> Optional.ofNullable(environment.apply("QUARKUS_DATASOURCE_JDBC_URL")))
            .or(() -> localPort(data).map(p -> "jdbc:postgresql://127.0.0.1:" + p + "/hallmonitor"))
            .orElseThrow(
                () ->
                    new BacktestException(
                        "Hall Monitor does not run on the data folder "
                            + data
                            + ", so there is no archive to read. Start it (mvn -Pup) and run this"
                            + " again beside it; or name another data folder with --data, a"
                            + " database with --database, or a file of comments."));
    return new ArchiveAddress(url, data, environment);
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
   * @throws BacktestException when it cannot be opened or holds no archive, saying what to do
   */
  Connection open() {
    Properties properties = new Properties();
    properties.setProperty("user", setting("QUARKUS_DATASOURCE_USERNAME").orElse(USER));
    password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("currentSchema", "moderation");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", "hall-monitor-backtest");
    try {
      Connection connection = new Driver().connect(url, properties);
      if (connection == null) {
        throw new BacktestException(
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
      throw new BacktestException(whatToDo(e));
    }
  }

  private String whatToDo(SQLException e) {
    if (WRONG_PASSWORD.equals(e.getSQLState())
        || String.valueOf(e.getMessage()).contains("password")) {
      return "The database at "
          + name()
          + " refuses the password, or none was found: set QUARKUS_DATASOURCE_PASSWORD, or"
          + " HALLMONITOR_SECRET_DATABASE_MODERATION, or put it into "
          + secrets().resolve(SECRET)
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
        + "). Does it run? Name another with --database jdbc:postgresql://HOST:PORT/DATABASE, or a"
        + " file of comments.";
  }

  private Optional<String> password() {
    return setting("QUARKUS_DATASOURCE_PASSWORD")
        .or(() -> setting("HALLMONITOR_SECRET_DATABASE_MODERATION"))
        .or(this::fromFile);
  }

  private Optional<String> fromFile() {
    try {
      return Optional.of(Files.readString(secrets().resolve(SECRET), UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path secrets() {
    return setting("HALLMONITOR_SECRETS_DIR").map(Path::of).orElse(data.resolve("secrets"));
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }
}

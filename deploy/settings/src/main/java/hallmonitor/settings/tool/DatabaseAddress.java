package hallmonitor.settings.tool;

import hallmonitor.settings.secret.NamedSecrets;
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
 * A service's database, for commands run beside the service. Uses the service's environment and
 * secrets folder, otherwise the local run's database.
 */
public final class DatabaseAddress {
  private static final int PORT_LINE = 3;
  private static final String WRONG_PASSWORD = "28P01";

  private final String service;
  private final String url;
  private final Path data;
  private final UnaryOperator<String> environment;

  private DatabaseAddress(
      String service, String url, Path data, UnaryOperator<String> environment) {
    this.service = service;
    this.url = url;
    this.data = data;
    this.environment = environment;
  }

  /**
   * Finds the address.
   *
   * @param service owner of the schema and role, such as {@code moderation}
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   * @throws ToolFailure if no address is configured and there is no local run, saying what to do
   */
  public static DatabaseAddress find(
      String service, Optional<String> given, Path data, UnaryOperator<String> environment) {
    return given
        .or(() -> Optional.ofNullable(environment.apply("QUARKUS_DATASOURCE_JDBC_URL")))
        .or(() -> localPort(data).map(p -> "jdbc:postgresql://127.0.0.1:" + p + "/hallmonitor"))
        .map(url -> new DatabaseAddress(service, url, data, environment))
        .orElseThrow(
            () ->
                new ToolFailure(
                    "Hall Monitor does not run on the data folder %s, so there is no database to open. Start it (mvn -Pup) and run this again beside it; or name another data folder with --data, or a database with --database jdbc:postgresql://HOST:PORT/DATABASE."
                        .formatted(data)));
  }

  /** Reads the port that the running server writes into its data folder. */
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

  /** Returns the URL without user and password. */
  public String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /**
   * Opens the database. The caller closes it.
   *
   * @throws ToolFailure if it cannot be opened, saying what to do
   */
  public Connection open() {
    try {
      Connection connection = new Driver().connect(url, properties());
      if (connection == null) {
        throw new ToolFailure(
            "A database is named like jdbc:postgresql://HOST:PORT/DATABASE, not '%s'."
                .formatted(name()));
      }
      return connection;
    } catch (SQLException e) {
      throw new ToolFailure(whatToDo(e));
    }
  }

  private String whatToDo(SQLException e) {
    return WRONG_PASSWORD.equals(e.getSQLState())
            || String.valueOf(e.getMessage()).contains("password")
        ? "The database at %s refuses the password, or none was found: set QUARKUS_DATASOURCE_PASSWORD, or %s, or put it into %s."
            .formatted(name(), named().variableOf(passwordName()), named().file(passwordName()))
        : "The database at %s cannot be opened (%s). Does it run? Name another with --database jdbc:postgresql://HOST:PORT/DATABASE."
            .formatted(name(), e.getMessage());
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", setting("QUARKUS_DATASOURCE_USERNAME").orElse(service));
    password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("currentSchema", service);
    // The database's error details would quote values, and with them comments.
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", "hall-monitor-tool");
    return properties;
  }

  private Optional<String> password() {
    return setting("QUARKUS_DATASOURCE_PASSWORD").or(() -> named().findOrWarn(passwordName()));
  }

  private NamedSecrets named() {
    return NamedSecrets.in(secrets(), environment);
  }

  private String passwordName() {
    return "database-" + service;
  }

  /** Returns the secrets folder. */
  public Path secrets() {
    return setting("HALLMONITOR_SECRETS_DIR").map(Path::of).orElse(data.resolve("secrets"));
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }
}

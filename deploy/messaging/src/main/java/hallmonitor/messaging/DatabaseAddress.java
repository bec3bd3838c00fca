package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Address and credentials of a service's database, for commands run beside the service. Uses the
 * service's environment and secrets folder, otherwise the local run's database.
 */
public final class DatabaseAddress {
  private static final int PORT_LINE = 3;

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
   * @return empty if no address is configured and there is no local run
   */
  public static Optional<DatabaseAddress> find(
      String service, Optional<String> given, Path data, UnaryOperator<String> environment) {
    return given
        .or(() -> Optional.ofNullable(environment.apply("QUARKUS_DATASOURCE_JDBC_URL")))
        .or(() -> localPort(data).map(p -> "jdbc:postgresql://127.0.0.1:" + p + "/hallmonitor"))
        .map(url -> new DatabaseAddress(service, url, data, environment));
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

  /** Returns the URL, which may contain a user and a password. Use {@link #name()} in messages. */
  public String url() {
    return url;
  }

  /** Returns the URL without user and password. */
  public String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /**
   * Returns connection properties for PostgreSQL's driver.
   *
   * @param application name shown by the server
   */
  public Properties properties(String application) {
    Properties properties = new Properties();
    properties.setProperty("user", setting("QUARKUS_DATASOURCE_USERNAME").orElse(service));
    password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("currentSchema", service);
    // The database's error details would quote values, and with them comments.
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", application);
    return properties;
  }

  private Optional<String> password() {
    return setting("QUARKUS_DATASOURCE_PASSWORD")
        .or(() -> setting(passwordVariable()))
        .or(this::fromFile);
  }

  private Optional<String> fromFile() {
    try {
      return Optional.of(Files.readString(passwordFile(), UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the environment variable that may hold the password. */
  public String passwordVariable() {
    return "HALLMONITOR_SECRET_DATABASE_" + service.toUpperCase(Locale.ROOT);
  }

  /** Returns the file that may hold the password. */
  public Path passwordFile() {
    return secrets().resolve("database-" + service);
  }

  /** Returns the secrets folder. */
  public Path secrets() {
    return setting("HALLMONITOR_SECRETS_DIR").map(Path::of).orElse(data.resolve("secrets"));
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }
}

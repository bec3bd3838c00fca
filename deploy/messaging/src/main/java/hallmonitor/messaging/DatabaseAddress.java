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
 * Where a service's database is and as whom it is read, for commands beside the service: as the
 * service is told, by the environment and the secrets folder, or, where nothing is told, the local
 * run's.
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
   * @param service whose schema and role it is, such as {@code moderation}
   * @param given a JDBC URL, or empty
   * @param data the local run's data folder
   * @param environment {@code System::getenv}, or a test's own; null for a variable not set
   * @return empty when none is named and no local run has one
   */
  public static Optional<DatabaseAddress> find(
      String service, Optional<String> given, Path data, UnaryOperator<String> environment) {
    return given
        .or(() -> Optional.ofNullable(environment.apply("QUARKUS_DATASOURCE_JDBC_URL")))
        .or(() -> localPort(data).map(p -> "jdbc:postgresql://127.0.0.1:" + p + "/hallmonitor"))
        .map(url -> new DatabaseAddress(service, url, data, environment));
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

  /** May hold a user and a password; {@link #name()} is for people. */
  public String url() {
    return url;
  }

  /** Without user and password, should the URL hold them. */
  public String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /**
   * How PostgreSQL's driver is to connect.
   *
   * @param application as the server shows it
   */
  public Properties properties(String application) {
    Properties properties = new Properties();
    properties.setProperty("user", setting("QUARKUS_DATASOURCE_USERNAME").orElse(service));
    password().ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("currentSchema", service);
    // Errors of the database would quote values, and with them comments.
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

  /** The variable of the environment that the password may stand in. */
  public String passwordVariable() {
    return "HALLMONITOR_SECRET_DATABASE_" + service.toUpperCase(Locale.ROOT);
  }

  /** The file that the password may stand in. */
  public Path passwordFile() {
    return secrets().resolve("database-" + service);
  }

  /** The secrets folder. */
  public Path secrets() {
    return setting("HALLMONITOR_SECRETS_DIR").map(Path::of).orElse(data.resolve("secrets"));
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }
}

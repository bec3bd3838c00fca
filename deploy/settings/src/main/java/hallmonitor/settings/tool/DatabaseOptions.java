package hallmonitor.settings.tool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select a service's database, for a command that is run beside the service. */
public final class DatabaseOptions {
  private final String service;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the local run's data folder (data)")
  private Path data = Path.of(System.getProperty("hallmonitor.root", "."), "data");

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description =
          "another database, as jdbc:postgresql://HOST/DATABASE; user and password as its service"
              + " is told: QUARKUS_DATASOURCE_USERNAME and _PASSWORD, or the secret"
              + " 'database-SERVICE' from the environment or the secrets folder")
  private @Nullable String url;

  /**
   * Creates options.
   *
   * @param service owner of the schema and role, such as {@code moderation}
   */
  public DatabaseOptions(String service) {
    this.service = service;
  }

  /** Returns the local run's data folder. */
  public Path data() {
    return data;
  }

  /** Returns whether another database than the configured one is named. */
  public boolean named() {
    return url != null;
  }

  /**
   * Finds the database.
   *
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   * @throws ToolFailure if there is none, saying what to do
   */
  public DatabaseAddress address(UnaryOperator<String> environment) {
    return DatabaseAddress.find(service, Optional.ofNullable(url), data, environment);
  }
}

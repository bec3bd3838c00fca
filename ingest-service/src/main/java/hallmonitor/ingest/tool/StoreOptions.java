package hallmonitor.ingest.tool;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.messaging.DatabaseAddress;
import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import picocli.CommandLine.Option;

/** Options that select the database with the credentials. */
final class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the local run's data folder (data)")
  private Path data = Path.of(System.getProperty("hallmonitor.root", "."), "data");

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description =
          "another database, as jdbc:postgresql://HOST/DATABASE; user and password as the ingest"
              + " service is told: QUARKUS_DATASOURCE_USERNAME and _PASSWORD, or the secret"
              + " 'database-ingest' from the environment or the secrets folder")
  private @Nullable String database;

  Path data() {
    return data;
  }

  /** Does something with the credentials. */
  interface Work {
    int with(Opened opened) throws Exception;
  }

  /**
   * The credentials, and where they may go.
   *
   * @param secrets the secrets folder
   */
  record Opened(SealedCredentials credentials, CredentialDestinations destinations, Path secrets) {}

  /**
   * Opens the database.
   *
   * @throws ToolFailure if it cannot be opened, saying what to do
   */
  int open(UnaryOperator<String> environment, Work work) throws Exception {
    DatabaseAddress address =
        DatabaseAddress.find("ingest", Optional.ofNullable(database), data, environment)
            .orElseThrow(
                () ->
                    new ToolFailure(
                        "There is no database at the data folder %s. Name another data folder with --data, or a database with --database jdbc:postgresql://HOST:PORT/DATABASE."
                            .formatted(data)));
    try (Connection connection = connect(address)) {
      Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
      AccountSecrets secrets = new AccountSecrets(address.secrets(), environment);
      return work.with(
          new Opened(
              new SealedCredentials(jdbi, () -> secrets.find(SealedCredentials.KEY)),
              new CredentialDestinations(jdbi),
              address.secrets()));
    }
  }

  private static Connection connect(DatabaseAddress address) {
    try {
      Connection connection =
          new Driver().connect(address.url(), address.properties("hall-monitor-credential"));
      if (connection == null) {
        throw new ToolFailure(
            "A database is named like jdbc:postgresql://HOST:PORT/DATABASE, not '%s'."
                .formatted(address.name()));
      }
      return connection;
    } catch (SQLException e) {
      throw new ToolFailure(
          "The database at %s cannot be opened (%s). Its password comes from QUARKUS_DATASOURCE_PASSWORD, %s or the file %s."
              .formatted(
                  address.name(),
                  e.getMessage(),
                  address.passwordVariable(),
                  address.passwordFile()));
    }
  }
}

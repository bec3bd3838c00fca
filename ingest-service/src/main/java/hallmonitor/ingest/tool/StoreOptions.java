package hallmonitor.ingest.tool;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.settings.tool.DatabaseAddress;
import hallmonitor.settings.tool.DatabaseOptions;
import hallmonitor.settings.tool.ToolFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import picocli.CommandLine.Mixin;

/** Options that select the database with the credentials. */
final class StoreOptions {
  @Mixin private DatabaseOptions database = new DatabaseOptions("ingest");

  Path data() {
    return database.data();
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
    DatabaseAddress address = database.address(environment);
    try (Connection connection = address.open()) {
      Jdbi jdbi = Jdbi.create(connection).installPlugin(new PostgresPlugin());
      AccountSecrets secrets = new AccountSecrets(address.secrets(), environment);
      return work.with(
          new Opened(
              new SealedCredentials(jdbi, () -> secrets.find(SealedCredentials.KEY)),
              new CredentialDestinations(jdbi),
              address.secrets()));
    }
  }
}

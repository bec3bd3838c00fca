package hallmonitor.notifier.evidence.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select the ledger. */
final class LedgerOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the local run's data folder (data)")
  private Path data = Path.of(System.getProperty("hallmonitor.root", "."), "data");

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description =
          "another database, as jdbc:postgresql://HOST/DATABASE; user and password as the"
              + " notifier is told: QUARKUS_DATASOURCE_USERNAME and _PASSWORD, or the secret"
              + " 'database-notifier' from the environment or the secrets folder")
  private @Nullable String database;

  Path data() {
    return data;
  }

  /**
   * Finds the ledger.
   *
   * @param environment {@code System::getenv}, or a test's own; null for an unset variable
   * @throws hallmonitor.settings.tool.ToolFailure if there is none, saying what to do
   */
  LedgerAddress address(UnaryOperator<String> environment) {
    return LedgerAddress.find(Optional.ofNullable(database), data, environment);
  }
}

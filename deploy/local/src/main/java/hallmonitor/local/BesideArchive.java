package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.WalArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts the database of a stopped local run for the duration of one command. Passes its address as
 * to a service: the moderation service, unless another role is named. Nothing else starts, so
 * nothing is read, judged or sent meanwhile.
 */
public final class BesideArchive {
  private static final int FAILED = 2;
  private static final String ROLE = "--role=";

  private BesideArchive() {}

  /** Arguments: the data folder, optionally {@code --role=NAME}, then the command. */
  public static void main(String[] arguments) {
    try {
      boolean named = arguments[1].startsWith(ROLE);
      DatabaseRole role =
          named
              ? DatabaseRole.named(arguments[1].substring(ROLE.length()))
              : DatabaseRole.MODERATION;
      List<String> command = List.of(arguments).subList(named ? 2 : 1, arguments.length);
      System.exit(run(Path.of(arguments[0]), role, command));
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  /**
   * Runs the command.
   *
   * @return its exit status
   * @throws CannotStart if the database cannot be started, or if everything already runs
   */
  static int run(Path folder, DatabaseRole role, List<String> command) {
    DataFolder data = DataFolder.open(folder.toAbsolutePath().normalize());
    try (DataLock lock = DataLock.take(data);
        EmbeddedDatabase database =
            EmbeddedDatabase.start(
                data.database(),
                FreePorts.one(),
                new LocalSecrets(data).database(),
                // So that the backup's log of changes has no gap.
                WalArchive.lastOf(data.database()))) {
      ProcessBuilder process = new ProcessBuilder(command).inheritIO();
      process
          .environment()
          .putAll(
              Map.of(
                  "QUARKUS_DATASOURCE_JDBC_URL",
                  database.jdbcUrl(),
                  "QUARKUS_DATASOURCE_USERNAME",
                  role.sqlName(),
                  "QUARKUS_DATASOURCE_PASSWORD",
                  database.password(role)));
      return process.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }
}

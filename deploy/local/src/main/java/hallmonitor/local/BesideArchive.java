package hallmonitor.local;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts the database of a local run that is stopped, for the time that one command takes, and
 * tells the command where it is as the moderation service is told. Nothing else starts, so nothing
 * is read, judged or sent meanwhile.
 */
public final class BesideArchive {
  private static final int FAILED = 2;

  private BesideArchive() {}

  /** The data folder, then the command. */
  public static void main(String[] arguments) {
    try {
      List<String> command = List.of(arguments).subList(1, arguments.length);
      System.exit(run(Path.of(arguments[0]), command));
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  /**
   * @return the command's exit status
   * @throws CannotStart when the database cannot be started, or everything already runs
   */
  static int run(Path folder, List<String> command) {
    DataFolder data = DataFolder.open(folder.toAbsolutePath().normalize());
    try (DataLock lock = DataLock.take(data);
        EmbeddedDatabase database =
            EmbeddedDatabase.start(
                data.database(), FreePorts.one(), new Secrets(data).database())) {
      ProcessBuilder process = new ProcessBuilder(command).inheritIO();
      process
          .environment()
          .putAll(
              Map.of(
                  "QUARKUS_DATASOURCE_JDBC_URL",
                  database.jdbcUrl(),
                  "QUARKUS_DATASOURCE_USERNAME",
                  DatabaseRole.MODERATION.sqlName(),
                  "QUARKUS_DATASOURCE_PASSWORD",
                  database.password(DatabaseRole.MODERATION)));
      return process.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }
}

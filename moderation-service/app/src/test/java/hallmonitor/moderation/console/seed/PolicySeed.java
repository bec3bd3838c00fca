package hallmonitor.moderation.console.seed;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.testparts.TestPorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The district's documents for a test: a separate folder without drafts. */
public final class PolicySeed {
  public static final Path FOLDER = JvmFolder.of("policy-config");
  private static final Path SHIPPED = Path.of("..", "..", "deploy", "config");

  /**
   * A service that publishes to that folder, sends its mails to a port of the tests' own, and
   * offers single sign-on beside passwords.
   */
  public static final class OwnFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      copyShippedFiles();
      return Map.of(
          "hallmonitor.config-dir", FOLDER.toString(),
          "hallmonitor.documents.publish", "true",
          "hallmonitor.mail.port", String.valueOf(TestPorts.one()));
    }
  }

  private final ConsoleDatabase database;

  public PolicySeed(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Runs before the files change, or the service takes them for a manual change. The service's jobs
   * keep running, so each is locked first.
   */
  public void nothing() {
    forget();
    copyShippedFiles();
  }

  /** Removes all versions and drafts. */
  public void forget() {
    EmptyTables.empty(
        database,
        "document_version",
        "document_folder",
        "document_draft",
        "shadow_run",
        "shadow_answer",
        "backtest_run",
        "backtest_shift",
        "backtest_example");
  }

  public static void copyShippedFiles() {
    try {
      Files.createDirectories(FOLDER);
      for (Document document : Document.values()) {
        String file = document.file();
        write(
            file,
            Files.readString(SHIPPED.resolve(file))
                .replace("# state: illinois", "state: illinois"));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The district asks for a second person before access changes. */
  public static void askSecondPerson() {
    edit(
        "decisions.yaml", "second-person:\n", "second-person:\n  change-access: [administrator]\n");
  }

  public static String inFile(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void remove(String file) {
    try {
      Files.delete(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The service, which looks at any time, sees the file before or the one after. */
  public static void write(String file, String text) {
    try {
      Path next = Files.writeString(FOLDER.resolve(file + ".next"), text);
      Files.move(next, FOLDER.resolve(file), ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void edit(String file, String text, String by) {
    write(file, inFile(file).replace(text, by));
  }
}

package hallmonitor.moderation.console.seed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A console with a mail server's address, where the test starts one, and files of its own. */
public final class MailedConsole implements QuarkusTestProfile {
  public static final Path FOLDER = Path.of("target", "mailed-config").toAbsolutePath();
  private static final Path SHIPPED = Path.of("..", "..", "deploy", "config");

  @Override
  public Map<String, String> getConfigOverrides() {
    copyShippedFiles();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Map.of(
          "hallmonitor.config-dir",
          FOLDER.toString(),
          "hallmonitor.mail.port",
          Integer.toString(socket.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void copyShippedFiles() {
    try {
      Files.createDirectories(FOLDER);
      for (String file : new String[] {"district", "policy", "decisions", "escalation"}) {
        String name = file + ".yaml";
        Files.writeString(FOLDER.resolve(name), Files.readString(SHIPPED.resolve(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The district asks for a second person before access changes. */
  public static void askSecondPerson() {
    try {
      Path file = FOLDER.resolve("decisions.yaml");
      Files.writeString(
          file,
          Files.readString(file)
              .replace("second-person:\n", "second-person:\n  change-access: [administrator]\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Runs the contract against a real WordPress. Skipped if it is not installed, with a message that
 * names the packages.
 */
class RealWordPressTest extends WordPressContract {
  private static final Path SCRIPT = Path.of("..", "deploy", "testbeds", "wordpress");
  private static final int PACKAGE_MISSING = 69;

  private static Path folder;
  private static JsonNode credential;

  @BeforeAll
  static void start() throws Exception {
    folder = Files.createTempDirectory("hall-monitor-wordpress-");
    // The database runs as its own user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process up = script("up", folder.toString(), String.valueOf(port));
    List<String> lines = new String(up.getInputStream().readAllBytes(), UTF_8).lines().toList();
    up.waitFor(60, SECONDS);
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    assumeTrue(up.exitValue() != PACKAGE_MISSING, () -> "no real WordPress here: " + last);
    if (up.exitValue() != 0) {
      throw new IllegalStateException("WordPress did not start: " + lines);
    }
    credential = new ObjectMapper().readTree(last);
  }

  @AfterAll
  static void stop() throws Exception {
    Process down = script("down", folder.toString());
    down.getInputStream().readAllBytes();
    down.waitFor(30, SECONDS);
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Process script(String... arguments) throws IOException {
    var command = new java.util.ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Override
  protected String url() {
    return credential.path("url").asText();
  }

  @Override
  protected String credential() {
    return credential.path("user").asText() + ":" + credential.path("password").asText();
  }

  @Override
  protected void throttleNextCall(Duration retryAfter) {
    try {
      Files.writeString(folder.resolve("throttle"), String.valueOf(retryAfter.toSeconds()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

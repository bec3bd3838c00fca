package hallmonitor.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.testparts.ScratchFolder;
import hallmonitor.testparts.TestPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A real platform on loopback, started by its script in {@code deploy/testbeds}. Its test is
 * skipped if the platform is not installed, with a message that names the packages.
 */
public final class TestBed implements AutoCloseable {
  private static final Path SCRIPTS = Path.of("..", "deploy", "testbeds");
  private static final int PACKAGE_MISSING = 69;

  private final String script;
  private final Path folder;
  private final JsonNode told;

  private TestBed(String script, Path folder, JsonNode told) {
    this.script = script;
    this.folder = folder;
    this.told = told;
  }

  /** Starts a platform. */
  public static TestBed start(String script) throws Exception {
    Path folder = ScratchFolder.create("hall-monitor-" + script + "-");
    // A database may run as its own user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process up = launch(script, "up", folder.toString(), String.valueOf(TestPorts.one()));
    List<String> lines = new String(up.getInputStream().readAllBytes(), UTF_8).lines().toList();
    up.waitFor(90, SECONDS);
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    assumeTrue(up.exitValue() != PACKAGE_MISSING, () -> "no real " + script + " here: " + last);
    if (up.exitValue() != 0) {
      throw new IllegalStateException(script + " did not start: " + lines);
    }
    return new TestBed(script, folder, new ObjectMapper().readTree(last));
  }

  /** Returns what the script printed: addresses and credentials. */
  public JsonNode told() {
    return told;
  }

  public Path folder() {
    return folder;
  }

  /** Runs another command of the script and returns what it printed. */
  public String run(String... arguments) {
    try {
      Process process = launch(script, arguments);
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process launch(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Override
  public void close() throws IOException {
    run("down", folder.toString());
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

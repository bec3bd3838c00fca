package hallmonitor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardTest {
  @TempDir Path folder;

  @Test
  void theDatabaseOfAKilledProcessStops() throws IOException {
    Process owner = startOwner();
    long server = readPid(owner);
    assertThat(ProcessHandle.of(server)).isPresent();

    owner.destroyForcibly();

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(ProcessHandle.of(server)).isEmpty());
  }

  private Process startOwner() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long readPid(Process owner) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
    return Long.parseLong(lines.readLine());
  }

  /** A process that owns a database and does nothing else. */
  static final class Owner {
    public static void main(String[] arguments) throws InterruptedException {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(
              Path.of(arguments[0]), FreePorts.one(), DatabasePasswords.random());
      System.out.println(database.pid());
      Thread.currentThread().join();
    }
  }
}

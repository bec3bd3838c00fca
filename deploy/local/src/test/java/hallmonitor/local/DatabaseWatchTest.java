package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseWatchTest {
  @TempDir(factory = ScratchTempDirs.class)
  Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aDatabaseThatCannotComeBackIsTriedAgainUntilItCan() throws Exception {
    int port = FreePorts.one();
    try (EmbeddedDatabase database =
            EmbeddedDatabase.start(folder, port, DatabasePasswords.random());
        DatabaseWatch watch =
            new DatabaseWatch(database, new StartProgress(new PrintStream(said, true, UTF_8)))) {
      assertThat(watch).isNotNull();
      ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
      try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(taken.isBound()).isTrue();
        await().atMost(Duration.ofMinutes(1)).until(() -> said().contains("did not restart"));
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> said().contains("is up again"));
      assertThat(database.isRunning()).isTrue();
    }
  }

  private String said() {
    return said.toString(UTF_8);
  }
}

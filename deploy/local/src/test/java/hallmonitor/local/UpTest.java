package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.testparts.ScratchTempDirs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {
  @TempDir(factory = ScratchTempDirs.class)
  Path folder;

  private final Ports ports = Ports.free();
  private Path root;
  private Path data;

  @BeforeEach
  void build() throws IOException {
    root = BuiltRoot.in(folder.resolve("root"));
    data = folder.resolve("data");
  }

  @Test
  void aPersonSeesTheAddressesAndTheFirstPasswordOnceAndEverythingStopsInOrder() throws Exception {
    try (Launcher launcher = start()) {
      launcher.awaitLine("Ctrl-C stops everything");
      assertThat(launcher.says(ports.http(PortName.CONSOLE))).isTrue();
      assertThat(launcher.says("admin once-only-password")).isTrue();
      assertThat(data.resolve("secrets/first-sign-in")).doesNotExist();

      launcher.sendTerm();
      launcher.awaitLine("stopped");
      launcher.awaitExit();
      assertThat(order(launcher, "Stopping the services", "Stopping Kafka", "Stopping PostgreSQL"))
          .isSorted();
    }
    try (Launcher again = start()) {
      again.awaitLine("Ctrl-C stops everything");
      assertThat(again.says("once-only-password")).isFalse();
    }
  }

  @Test
  void nothingIsLeftRunningWhenTheLauncherIsKilledAndTheNextOneStarts() throws Exception {
    List<ProcessHandle> children;
    try (Launcher launcher = start()) {
      launcher.awaitLine("Ctrl-C stops everything");
      children = launcher.descendants();
      assertThat(children).hasSizeGreaterThanOrEqualTo(3);
      long server =
          Long.parseLong(
              Files.readAllLines(data.resolve("database/cluster/postmaster.pid")).get(0).strip());

      launcher.killNow();

      Awaitility.await()
          .until(
              () ->
                  children.stream().noneMatch(ProcessHandle::isAlive)
                      && ProcessHandle.of(server).isEmpty());
    }
    try (Launcher next = start()) {
      next.awaitLine("Ctrl-C stops everything");
    }
  }

  @Test
  void everythingStopsInOrderWhenMavenIsKilled() throws Exception {
    try (Launcher launcher = Launcher.startUnderParent(root, data, ports)) {
      launcher.awaitLine("Ctrl-C stops everything");
      List<ProcessHandle> children = launcher.descendants();

      launcher.killNow();

      Awaitility.await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void theNextLauncherReplacesWhatAKilledOneStillHasRunning() throws Exception {
    try (Launcher launcher = start()) {
      launcher.awaitLine("Ctrl-C stops everything");
      launcher.killNow();
      launcher.awaitExit();
      try (Launcher next = start()) {
        next.awaitLine("Ctrl-C stops everything");
      }
    }
  }

  @Test
  void aTakenPortIsNamedWithItsHolderAndTheOption() throws Exception {
    try (ServerSocket other =
            new ServerSocket(ports.of(PortName.CONSOLE), 1, InetAddress.getLoopbackAddress());
        Launcher launcher = start()) {
      assertThat(launcher.awaitExit()).isEqualTo(1);
      launcher.awaitLine("--port.console=N");
      assertThat(launcher.says("Port " + other.getLocalPort() + " for the console is taken by"))
          .isTrue();
      assertThat(launcher.says("process " + ProcessHandle.current().pid())).isTrue();
    }
  }

  @Test
  void aSecondLauncherOnTheSameDataSaysSo() throws Exception {
    try (Launcher first = start()) {
      first.awaitLine("Starting PostgreSQL");
      try (Launcher second = Launcher.start(root, data, Ports.free())) {
        assertThat(second.awaitExit()).isEqualTo(1);
        second.awaitLine("already runs on the data folder " + data);
      }
      first.awaitLine("Ctrl-C stops everything");
    }
  }

  @Test
  void aServiceThatCannotStartIsNamedWithTheEndOfItsLog() throws Exception {
    try (Launcher launcher = Launcher.start(Map.of("FAIL_ingest", "yes"), root, data, ports)) {
      assertThat(launcher.awaitExit()).isEqualTo(1);
      launcher.awaitLine("The ingest-service ended while starting (exit code 3)");
      assertThat(launcher.says("the fake ingest cannot start")).isTrue();
    }
    assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void anAddressThatTheOperatorSetStays() throws Exception {
    Map<String, String> set =
        Map.of(
            "HALLMONITOR_CONSOLE_URL", "https://console.example",
            "HALLMONITOR_ANSWERS_URL", "https://answers.example");
    try (Launcher launcher = Launcher.start(set, root, data, ports)) {
      launcher.awaitLine("Ctrl-C stops everything");
      assertThat(Files.readAllLines(data.resolve("run/notifier.environment")))
          .contains(
              "HALLMONITOR_CONSOLE_URL=https://console.example",
              "HALLMONITOR_ANSWERS_URL=https://answers.example");
    }
  }

  @Test
  void aStopDuringTheStartLeavesNothingBehind() throws Exception {
    try (Launcher launcher = start()) {
      launcher.awaitLine("Starting PostgreSQL and Kafka");
      List<ProcessHandle> children = launcher.descendants();
      launcher.sendTerm();
      launcher.awaitExit();
      assertThat(launcher.says("stopped")).isTrue();
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void aWrongOptionIsAnsweredWithASentence() throws Exception {
    try (Launcher launcher = Launcher.start(root, data, ports, "--prot.console=1")) {
      assertThat(launcher.awaitExit()).isEqualTo(2);
      launcher.awaitLine("There is no option '--prot.console'");
    }
  }

  private Launcher start() throws IOException {
    return Launcher.start(root, data, ports);
  }

  private static List<Integer> order(Launcher launcher, String... parts) {
    return List.of(parts).stream().map(part -> indexOf(launcher.lines(), part)).toList();
  }

  private static int indexOf(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no line says '" + part + "' in " + lines);
  }
}

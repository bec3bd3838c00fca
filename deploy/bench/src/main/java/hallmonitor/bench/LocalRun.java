package hallmonitor.bench;

import hallmonitor.local.PortName;
import hallmonitor.local.Ports;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hall Monitor as a person starts it: the launcher as a process of its own, with its own flags, on
 * free ports and with data of its own, deleted on close.
 */
public final class LocalRun implements AutoCloseable {
  private final Path folder;
  private final Ports ports = Ports.free();
  private Process launcher;
  private long began;

  private LocalRun(Path folder) throws IOException {
    this.folder = folder;
    this.began = System.nanoTime();
    this.launcher = begun();
  }

  /** Begins the first start, on new data; {@link #awaitUp()} waits for its end. */
  public static LocalRun begin() throws IOException {
    return new LocalRun(Files.createTempDirectory("hall-monitor-run-"));
  }

  /** Begins another start on the data that are there. */
  public void beginAgain() throws IOException {
    began = System.nanoTime();
    launcher = begun();
  }

  private Process begun() throws IOException {
    Files.deleteIfExists(said());
    return new ProcessBuilder(command())
        .redirectErrorStream(true)
        .redirectOutput(said().toFile())
        .start();
  }

  /**
   * Waits until everything is ready.
   *
   * @return what the launcher said until then, in order; the last one is that everything is up, by
   *     the clock of this process
   * @throws ToolFailure if it ended instead, with all that it said
   */
  public List<StartMoment> awaitUp() throws IOException, InterruptedException {
    while (true) {
      boolean ended = !launcher.isAlive();
      List<StartMoment> moments = StartMoment.read(Files.readAllLines(said()));
      if (moments.stream().anyMatch(StartMoment::isUp)) {
        return Stream.concat(
                moments.stream().filter(moment -> !moment.isUp()),
                Stream.of(StartMoment.up((System.nanoTime() - began) / 1e9)))
            .toList();
      }
      if (ended) {
        throw new ToolFailure(
            "Hall Monitor did not start: " + String.join(" ", Files.readAllLines(said())));
      }
      Thread.sleep(20);
    }
  }

  private Path said() {
    return folder.resolve("launcher.out");
  }

  private List<String> command() {
    Path local = ScratchStack.root().resolve("deploy/local");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + local.resolve("jvm.args"),
                "-jar",
                local.resolve("target/hall-monitor.jar").toString(),
                "--root=" + ScratchStack.root(),
                "--data=" + data()));
    for (PortName name : PortName.values()) {
      command.add(name.option() + "=" + ports.of(name));
    }
    return command;
  }

  /** Returns the folder with everything of the run. */
  public Path data() {
    return folder.resolve("data");
  }

  public PracticeSite practice() {
    return new PracticeSite(ports.http(PortName.PRACTICE));
  }

  public ProcessHandle launcher() {
    return launcher.toHandle();
  }

  /** Returns the first process of PostgreSQL, which is not a child of the launcher. */
  public ProcessHandle database() throws IOException {
    Path pid = data().resolve("database/cluster/postmaster.pid");
    long number = Long.parseLong(Files.readAllLines(pid).get(0).strip());
    return ProcessHandle.of(number)
        .orElseThrow(
            () -> new ToolFailure("PostgreSQL ended while it was measured; run this again."));
  }

  /** Stops everything in order and keeps the data. */
  public void stop() throws InterruptedException {
    launcher.toHandle().destroy();
    launcher.waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }
}

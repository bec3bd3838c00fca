package hallmonitor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The launcher as a person starts it: in its own process; the test reads its output. */
final class Launcher implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private volatile boolean saidAll;

  private Launcher(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "launcher's output");
    reader.setDaemon(true);
    reader.start();
  }

  static Launcher start(Path root, Path data, Ports ports, String... more) throws IOException {
    return start(Map.of(), root, data, ports, more);
  }

  static Launcher start(
      Map<String, String> environment, Path root, Path data, Ports ports, String... more)
      throws IOException {
    return run(environment, command(root, data, ports, more));
  }

  /** Starts under a parent that stands for Maven: killing this launcher kills only that parent. */
  static Launcher startUnderParent(Path root, Path data, Ports ports) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "parent"));
    command.addAll(command(root, data, ports, "--stop-with-parent"));
    return run(Map.of(), command);
  }

  private static List<String> command(Path root, Path data, Ports ports, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--root=" + root,
                "--data=" + data));
    for (PortName name : PortName.values()) {
      command.add(name.option() + "=" + ports.of(name));
    }
    command.addAll(List.of(more));
    return command;
  }

  private static Launcher run(Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new Launcher(builder.start());
  }

  Launcher awaitLine(String part) {
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> says(part) || saidAll);
    if (!says(part)) {
      throw new AssertionError("the launcher never said '" + part + "' but: " + lines);
    }
    return this;
  }

  boolean says(String part) {
    return lines.stream().anyMatch(line -> line.contains(part));
  }

  List<String> lines() {
    return lines;
  }

  /** Not {@link Process#destroy()}, which also closes the pipe that is read here. */
  void sendTerm() {
    process.toHandle().destroy();
  }

  void killNow() {
    process.toHandle().destroyForcibly();
  }

  int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /** Returns all child processes and their children. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The process was killed while writing.
    } finally {
      saidAll = true;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

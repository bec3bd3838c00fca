package hallmonitor.system.faults;

import hallmonitor.embedded.OrphanGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A part of the stack in its own process, so that it can be killed. It signals readiness by
 * creating a file, and ends with this process.
 */
final class ChildJvm implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final Class<?> program;
  private final List<String> arguments;
  private final Path ready;
  private final Path log;
  private Map<String, String> secrets = Map.of();
  private @Nullable Running running;

  private record Running(Process process, OrphanGuard guard) {}

  /**
   * Creates a part.
   *
   * @param program its main method gets the ready file's name and then {@code arguments}
   * @param folder for its log and the ready file
   */
  ChildJvm(Class<?> program, Path folder, List<String> arguments) {
    this.program = program;
    this.arguments = List.copyOf(arguments);
    this.ready = folder.resolve(program.getSimpleName() + ".ready");
    this.log = folder.resolve(program.getSimpleName() + ".log");
  }

  /** Sets variables of its environment. */
  ChildJvm withSecrets(Map<String, String> variables) {
    secrets = Map.copyOf(variables);
    return this;
  }

  /**
   * Starts it and returns once it is ready.
   *
   * @throws IllegalStateException if it ends before, or is not ready after three minutes
   */
  ChildJvm start() {
    try {
      Files.createDirectories(ready.getParent());
      Files.deleteIfExists(ready);
      ProcessBuilder builder =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(secrets);
      Process process = builder.start();
      running = new Running(process, OrphanGuard.stopWhenAbandoned(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
    return this;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.add(ready.toString());
    command.addAll(arguments);
    return command;
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!Files.exists(ready)) {
      if (!running().process().isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            program.getSimpleName() + " did not get ready; its log is " + log);
      }
      Pause.of(Duration.ofMillis(20));
    }
  }

  /** Kills it like {@code kill -9} and returns when it is gone. */
  void kill() {
    running().process().destroyForcibly();
    await();
    running().guard().close();
  }

  /** Stops it where it is, like a machine that hangs. */
  void freeze() {
    Signal.STOP.to(running().process().pid());
  }

  void thaw() {
    Signal.CONT.to(running().process().pid());
  }

  /** Starts it again if it has ended by itself. */
  void keep() {
    if (!running().process().isAlive()) {
      running().guard().close();
      start();
    }
  }

  /** Asks it to end, and kills it if it has not after 15 seconds. */
  @Override
  public void close() {
    Process process = running().process();
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        await();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    running().guard().close();
  }

  private Running running() {
    return Objects.requireNonNull(running, "start is called first");
  }

  private void await() {
    try {
      running().process().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package hallmonitor.system;

import hallmonitor.embedded.OrphanGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of several processes of a service, which can be killed and stopped. */
public final class ServiceProcess implements AutoCloseable {
  private final String name;
  private final ProcessBuilder builder;
  private @Nullable Process process;
  private @Nullable OrphanGuard guard;

  /**
   * Creates one that is not started.
   *
   * @param name unlike that of any other that logs into the same folder
   * @param builder with the command and the environment
   * @param logs folder of its log
   */
  public ServiceProcess(String name, ProcessBuilder builder, Path logs) {
    this.name = name;
    this.builder =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".log").toFile()));
  }

  public String name() {
    return name;
  }

  /** Returns the processor time since the start; less than the true one where nobody tells. */
  public Duration processorTime() {
    return running().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Starts it, and returns before it is ready. */
  public void start() {
    try {
      Process begun = builder.start();
      process = begun;
      guard = OrphanGuard.stopWhenAbandoned(begun.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does what any supervisor does: a service that ended by itself is started again. */
  public void keep() {
    if (process != null && !process.isAlive()) {
      end();
      start();
    }
  }

  /** Kills it like {@code kill -9}, and returns when it is gone. */
  public void kill() {
    running().destroyForcibly();
    end();
  }

  /** Stops it where it is, like a machine that hangs. */
  public void freeze() {
    signal("-STOP");
  }

  public void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, String.valueOf(running().pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process running() {
    return Objects.requireNonNull(process, "start is called first");
  }

  private void end() {
    try {
      if (!running().waitFor(30, TimeUnit.SECONDS)) {
        running().destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Objects.requireNonNull(guard).close();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      end();
    }
  }
}

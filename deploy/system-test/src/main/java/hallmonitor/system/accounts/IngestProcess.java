package hallmonitor.system.accounts;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.OrphanGuard;
import hallmonitor.system.ScratchStack;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of the ingest services, in its own process, which can be killed and stopped. */
final class IngestProcess implements AutoCloseable {
  private final String name;
  private final int port;
  private final Path folder;
  private final Parts parts;
  private @Nullable Process process;
  private @Nullable OrphanGuard guard;

  /**
   * Creates one.
   *
   * @param folder with the folders {@code config} and {@code secrets}; its log is put there
   */
  IngestProcess(String name, int port, Path folder, Parts parts) {
    this.name = name;
    this.port = port;
    this.folder = folder;
    this.parts = parts;
  }

  String name() {
    return name;
  }

  /** Returns the processor time since the start; less than the true one where nobody tells. */
  Duration processorTime() {
    return running().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx448m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                ScratchStack.root()
                    .resolve("ingest-service/target/quarkus-app/quarkus-run.jar")
                    .toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", parts.bootstrapServers(),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(port),
                "QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", DatabaseRole.INGEST.sqlName(),
                "QUARKUS_DATASOURCE_PASSWORD", parts.passwords().of(DatabaseRole.INGEST),
                "HALLMONITOR_CONFIG_DIR", folder.resolve("config").toString(),
                "HALLMONITOR_SECRETS_DIR", folder.resolve("secrets").toString(),
                "MALLOC_ARENA_MAX", "2"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    try {
      Process begun = builder.start();
      process = begun;
      guard = OrphanGuard.stopWhenAbandoned(begun.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does what any supervisor does: a service that ended by itself is started again. */
  void keep() {
    if (process != null && !process.isAlive()) {
      end();
      start();
    }
  }

  /** Kills it like {@code kill -9}, and returns when it is gone. */
  void kill() {
    running().destroyForcibly();
    end();
  }

  /** Stops it where it is, like a machine that hangs. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
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

package hallmonitor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Records a child process, so that the next launcher can stop a leftover one. */
record PidFile(Path file) {
  private static final long PATIENCE_SECONDS = 10;

  static PidFile of(DataFolder data, ServiceName service) {
    return new PidFile(data.run().resolve(service.text() + ".pid"));
  }

  void write(ProcessHandle process) {
    try {
      Files.writeString(file, process.pid() + " " + startOf(process).orElse(Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the recorded process, unless its number now belongs to another process. */
  void stopLeftOver() {
    leftOver()
        .ifPresent(
            process -> {
              process.destroy();
              if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
              }
            });
    delete();
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ProcessHandle> leftOver() {
    try {
      String[] words = Files.readString(file).split(" ");
      Instant start = Instant.parse(words[1]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(process -> startOf(process).equals(Optional.of(start)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // no file, or a truncated one
    }
  }

  private static boolean ended(ProcessHandle process) {
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Instant> startOf(ProcessHandle process) {
    return process.info().startInstant();
  }
}

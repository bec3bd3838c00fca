package hallmonitor.local;

import hallmonitor.embedded.EmbeddedDatabase;
import java.util.concurrent.CompletableFuture;

/** Starts the database again when its server dies; the services connect again by themselves. */
final class DatabaseWatch implements AutoCloseable {
  private final EmbeddedDatabase database;
  private final Progress progress;
  private boolean closed;

  DatabaseWatch(EmbeddedDatabase database, Progress progress) {
    this.database = database;
    this.progress = progress;
    watch();
  }

  private void watch() {
    CompletableFuture<ProcessHandle> end =
        ProcessHandle.of(database.pid())
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    end.thenRunAsync(this::startAgain);
  }

  private synchronized void startAgain() {
    if (closed) {
      return;
    }
    progress.say("PostgreSQL ended and is started again.");
    try {
      database.restart();
      progress.say("PostgreSQL is up again.");
      watch();
    } catch (RuntimeException e) {
      progress.say("PostgreSQL cannot be started again: " + e.getMessage());
    }
  }

  /** From now on the end of the server is nobody's business. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}

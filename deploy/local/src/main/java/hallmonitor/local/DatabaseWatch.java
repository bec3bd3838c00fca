package hallmonitor.local;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import hallmonitor.embedded.EmbeddedDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Restarts the database when its server dies; the services reconnect by themselves. If a restart
 * fails, for example because the disk is full, it is retried as long as the stack runs.
 */
final class DatabaseWatch implements AutoCloseable {
  private final EmbeddedDatabase database;
  private final StartProgress progress;
  private RestartBackoff backoff = new RestartBackoff();
  private boolean closed;

  DatabaseWatch(EmbeddedDatabase database, StartProgress progress) {
    this.database = database;
    this.progress = progress;
    watch();
  }

  private void watch() {
    CompletableFuture<ProcessHandle> end =
        ProcessHandle.of(database.pid())
            .map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    var unused = end.thenRunAsync(this::startAgain); // startAgain reports its own failures
  }

  private synchronized void startAgain() {
    if (closed) {
      return;
    }
    progress.say("PostgreSQL stopped. Restarting it.");
    try {
      database.restart();
      progress.say("PostgreSQL is up again.");
      watch();
      backoff = new RestartBackoff();
    } catch (RuntimeException e) {
      Duration pause = backoff.next(Duration.ZERO);
      progress.say(
          "PostgreSQL did not restart. Trying again in %d s: %s"
              .formatted(pause.toSeconds(), e.getMessage()));
      delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS).execute(this::startAgain);
    }
  }

  /** Stops watching the server. */
  @Override
  public synchronized void close() {
    closed = true;
  }
}

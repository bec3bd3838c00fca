package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Where requests to pages that need no sign-in are counted. Those of one kind wait for each other,
 * and each would hold a connection meanwhile; so they have a few places, and a flood of them leaves
 * the other connections to people at work and to the judging.
 */
@ApplicationScoped
public class OpenPageDatabase {
  private static final int AT_ONCE = 3;

  /** Each that waits holds a thread that a person's page may need. */
  private static final int MOST_WAITING = 30;

  private static final long LONGEST_WAIT_MILLIS = 1_000;

  private final ConsoleDatabase database;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  OpenPageDatabase(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Runs a change in one transaction.
   *
   * @throws OpenPagesBusy if no place becomes free
   */
  public <T> T write(Function<Handle, T> change) {
    if (!hasPlace()) {
      throw new OpenPagesBusy();
    }
    try {
      return database.write(change);
    } finally {
      places.release();
    }
  }

  private boolean hasPlace() {
    try {
      return places.getQueueLength() < MOST_WAITING
          && places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

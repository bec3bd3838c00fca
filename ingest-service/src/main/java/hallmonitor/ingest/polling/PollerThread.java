package hallmonitor.ingest.polling;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs a poller's turns until stopped. */
public final class PollerThread implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final AccountPoller poller;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public PollerThread(String account, AccountPoller poller) {
    this.poller = poller;
    this.thread = new Thread(this::run, "poll-" + account);
  }

  public PollerThread start() {
    thread.start();
    return this;
  }

  public boolean alive() {
    return thread.isAlive();
  }

  private void run() {
    try (poller) {
      while (!closing.await(poller.turn().toNanos(), TimeUnit.NANOSECONDS)) {
        // the next turn is due
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a few seconds for the current turn to finish, then interrupts it. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(GRACE.toMillis());
      thread.interrupt();
      thread.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

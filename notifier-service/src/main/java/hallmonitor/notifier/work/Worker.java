package hallmonitor.notifier.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * A thread that does what is due for as long as there is something, and then waits to be woken, or
 * for a second. What it fails on is tried again; it is logged when it begins and when it is over,
 * and in between it is a fault to show.
 */
public final class Worker implements AutoCloseable {
  /** One piece of work. */
  @FunctionalInterface
  public interface Work {
    /**
     * @return whether there may be more at once
     */
    boolean doSome();
  }

  /** A failure whose words are fit to be shown: a database's own may hold what people wrote. */
  public static final class Trouble extends RuntimeException {
    public Trouble(String words, Throwable cause) {
      super(words, cause);
    }
  }

  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final String what;
  private final Work work;
  private final Duration patience;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicReference<String> fault = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * @param what the work in words, such as {@code sealing evidence}; names the thread, too
   * @param patience how long {@link #close} waits for the work in hand
   */
  public Worker(String what, Duration patience, Work work) {
    this.what = what;
    this.work = work;
    this.patience = patience;
    this.thread = new Thread(this::run, what);
  }

  public Worker start() {
    thread.start();
    return this;
  }

  /** Says that something is due; without it the worker looks again after a second. */
  public void wake() {
    bell.release();
  }

  public boolean alive() {
    return thread.isAlive();
  }

  /** Whether it is to end: work that goes on for long asks now and then. */
  public boolean closing() {
    return closing;
  }

  /** What keeps it from its work, in words; empty when nothing does. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  private void run() {
    while (!closing) {
      if (!succeeds()) {
        await();
      }
    }
  }

  /** Whether it worked and there may be more at once. */
  private boolean succeeds() {
    try {
      boolean more = work.doSome();
      if (fault.getAndSet(null) != null) {
        LOG.infof("%s goes on", what);
      }
      return more;
    } catch (RuntimeException e) {
      String words = e instanceof Trouble ? e.getMessage() : e.getClass().getSimpleName();
      if (fault.getAndSet(words) == null) {
        LOG.errorf(e, "%s fails and is tried again", what);
      }
      return false;
    }
  }

  private void await() {
    try {
      if (bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** No more work is begun; returns at once. */
  public void askToEnd() {
    closing = true;
    wake();
  }

  /** Lets the work in hand come to its end. */
  @Override
  public void close() {
    askToEnd();
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package hallmonitor.notifier.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * A thread that works while something is due, and then waits to be woken, or for a second. Failed
 * work is retried. A failure is logged when it starts and when it is over; in between it is
 * reported as a fault.
 */
public final class Worker implements AutoCloseable {
  /** One unit of work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does some work.
     *
     * @return whether there may be more
     */
    boolean doSome();
  }

  /**
   * A failure with a message that may be shown; a database's own message may contain what people
   * wrote.
   */
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
   * Creates a worker.
   *
   * @param what the work in words, such as {@code sealing evidence}; also names the thread
   * @param patience how long {@link #close} waits for the current work
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

  /** Signals that something is due; without it the worker checks every second. */
  public void wake() {
    bell.release();
  }

  public boolean alive() {
    return thread.isAlive();
  }

  /** Returns whether to stop; long work checks this from time to time. */
  public boolean closing() {
    return closing;
  }

  /** Returns what prevents its work, in words; empty if nothing does. */
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

  /** Returns whether it succeeded and there may be more. */
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

  /** Starts no more work; returns immediately. */
  public void askToEnd() {
    closing = true;
    wake();
  }

  /** Waits for the current work to finish. */
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

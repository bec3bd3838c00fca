package hallmonitor.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A named daemon thread that runs one step again and again: at once while there is more to do, else
 * after the wait that the step asks for, or when it is woken. A step that fails is tried again. The
 * log says when a failure begins and when it is over; in between, {@link #fault} names it.
 *
 * <p>Only an {@link Error} ends the thread before it is closed; {@link #alive} tells.
 */
public final class Worker implements AutoCloseable {
  /** One piece of work. */
  @FunctionalInterface
  public interface Step {
    /**
     * @return how long nothing else is due; zero when there may be more to do at once
     */
    Duration run() throws Exception;
  }

  /** A failure with words that are fit to be shown: a database's own may hold what people wrote. */
  public static final class Trouble extends RuntimeException {
    public Trouble(String words, Throwable cause) {
      super(words, cause);
    }
  }

  /** How long most workers wait when there was nothing to do. */
  public static final Duration IDLE = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(Worker.class.getName());
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);

  private final String name;
  private final Step step;
  private final Thread thread;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicReference<String> fault = new AtomicReference<>();
  private Duration firstRetry = IDLE;
  private Duration longestRetry = IDLE;
  private Duration nextRetry = IDLE;
  private Duration patience = Duration.ofSeconds(10);
  private Function<Exception, String> words = Worker::words;
  private AutoCloseable last = () -> {};
  private volatile boolean closing;

  /**
   * Waits a second after a failure, and at its end ten seconds for the step in hand.
   *
   * @param name of the thread, and of the work in the log
   */
  public Worker(String name, Step step) {
    this.name = name;
    this.step = step;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /**
   * Sets the wait after a failure, which doubles with each that follows.
   *
   * @param longest the wait grows no further; the same as the first for a wait that never grows
   */
  public Worker retryAfter(Duration first, Duration longest) {
    firstRetry = first;
    longestRetry = longest;
    nextRetry = first;
    return this;
  }

  /**
   * Sets how long {@link #close} waits for the step in hand before it interrupts it.
   *
   * @param patience zero interrupts it at once
   */
  public Worker patience(Duration patience) {
    this.patience = patience;
    return this;
  }

  /** Sets how a failure is named; by default the words of a {@link Trouble}, else its class. */
  public Worker faultsAs(Function<Exception, String> words) {
    this.words = words;
    return this;
  }

  /** Sets what the thread does last, after its last step. */
  public Worker atEnd(AutoCloseable last) {
    this.last = last;
    return this;
  }

  public Worker start() {
    thread.start();
    return this;
  }

  /** Ends the wait in hand, or the next one: something may be due. */
  public void wake() {
    bell.release();
  }

  /** Whether the thread runs. */
  public boolean alive() {
    return thread.isAlive();
  }

  /** Whether it is to end; a long step asks now and then. */
  public boolean closing() {
    return closing;
  }

  /** What keeps it from its work, in words; empty when nothing does. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  private void run() {
    try {
      while (!closing) {
        await(next());
      }
    } finally {
      end();
    }
  }

  private void end() {
    // An interrupt is meant for the step in hand, not for what is done last.
    Thread.interrupted();
    try {
      last.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, name + " did not end as it should", e);
    }
  }

  private Duration next() {
    try {
      Duration wait = step.run();
      if (fault.getAndSet(null) != null) {
        LOG.log(System.Logger.Level.INFO, "{0} works again", name);
      }
      nextRetry = firstRetry;
      return wait;
    } catch (Exception e) {
      return failed(e);
    }
  }

  private Duration failed(Exception e) {
    if (closing || e instanceof InterruptedException) {
      closing = true;
      LOG.log(System.Logger.Level.WARNING, "{0} ended in the middle of a step: {1}", name, e);
      return Duration.ZERO;
    }
    if (fault.getAndSet(words.apply(e)) == null) {
      LOG.log(System.Logger.Level.ERROR, name + " fails and is tried again", e);
    }
    Duration wait = nextRetry;
    Duration doubled = wait.multipliedBy(2);
    nextRetry = doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    return wait;
  }

  private static String words(Exception e) {
    return e instanceof Trouble ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }

  private void await(Duration wait) {
    if (wait.isZero()) {
      return;
    }
    try {
      if (bell.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** No further step begins; returns at once. */
  public void askToEnd() {
    closing = true;
    wake();
  }

  /** Lets the step in hand come to its end, and interrupts it when it takes too long. */
  @Override
  public void close() {
    askToEnd();
    try {
      if (!endsWithin(patience)) {
        thread.interrupt();
        if (!endsWithin(AFTER_INTERRUPT)) {
          LOG.log(System.Logger.Level.WARNING, "{0} does not end", name);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean endsWithin(Duration time) throws InterruptedException {
    // A join of zero would wait without a limit.
    if (!time.isZero()) {
      thread.join(time.toMillis());
    }
    return !thread.isAlive();
  }
}

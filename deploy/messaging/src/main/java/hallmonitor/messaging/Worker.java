package hallmonitor.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named daemon thread that runs one step again and again: immediately while there is more to do,
 * otherwise after the wait that the step asks for, or when it is woken. A failed step is retried.
 * The log says when a failure begins and ends; in between, {@link #fault} names it.
 *
 * <p>The thread does not end before it is closed. If it does all the same, for lack of memory or
 * because it was interrupted, {@link ProcessEnd} ends the process, which is then started again: a
 * service must not go on with a part missing.
 */
public final class Worker implements AutoCloseable {
  /** One piece of work. */
  @FunctionalInterface
  public interface Step {
    /**
     * @return the time until something else is due; the wait is up to an eighth shorter. Zero if
     *     there may be more to do immediately
     */
    Duration run() throws Exception;
  }

  /**
   * A failure of the surroundings, with a message that is safe to show; a database's own message
   * may contain what people wrote.
   */
  public static final class Trouble extends RuntimeException {
    public Trouble(String words, @Nullable Throwable cause) {
      super(words, cause);
    }
  }

  /** The wait of most workers when there was nothing to do. */
  public static final Duration IDLE = Duration.ofSeconds(1);

  /**
   * Far above every limit of a statement, of the network, and of a batch: who has not got on for so
   * long never will.
   */
  private static final Duration STUCK_AFTER = Duration.ofMinutes(15);

  /** All of this process. */
  private static final Set<Worker> ESSENTIAL = ConcurrentHashMap.newKeySet();

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
  private long longestStepNanos = Long.MAX_VALUE;
  private volatile long gotOnAt = System.nanoTime();
  private volatile boolean working;
  private boolean essential;
  private Function<Throwable, String> words = Worker::words;
  private AutoCloseable last = () -> {};
  private volatile boolean closing;
  private volatile boolean interrupted;

  /**
   * Creates a worker that waits a second after a failure, and ten seconds for the current step when
   * it is closed.
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
   * @param longest longest wait; the same as the first for a wait that never grows
   */
  public Worker retryAfter(Duration first, Duration longest) {
    firstRetry = first;
    longestRetry = longest;
    nextRetry = first;
    return this;
  }

  /**
   * Sets how long {@link #close} waits for the current step before it interrupts it.
   *
   * @param patience zero interrupts it immediately
   */
  public Worker patience(Duration patience) {
    this.patience = patience;
    return this;
  }

  /**
   * Sets how a failure is named; by default the message of a {@link Trouble}, otherwise its class.
   */
  public Worker faultsAs(Function<Throwable, String> words) {
    this.words = words;
    return this;
  }

  /**
   * Sets how long a step may take, from its beginning or from when it last got on: one that takes
   * longer hangs. By default a step may take any time.
   */
  public Worker longestStep(Duration longest) {
    longestStepNanos = longest.toNanos();
    return this;
  }

  /**
   * Has the service be started again if a step no longer gets on. Only for work without which the
   * service is of no use, and with steps that get on within minutes.
   */
  public Worker essential() {
    essential = true;
    return this;
  }

  /** Returns the names of the essential workers of this process that have not got on for long. */
  public static List<String> stuck() {
    return stuckFor(STUCK_AFTER);
  }

  static List<String> stuckFor(Duration longest) {
    return ESSENTIAL.stream()
        .filter(worker -> worker.hangsFor(longest.toNanos()))
        .map(worker -> worker.name)
        .sorted()
        .toList();
  }

  private boolean hangsFor(long longestNanos) {
    return working && System.nanoTime() - gotOnAt > longestNanos;
  }

  /** Sets what the thread does last, after its last step. */
  public Worker atEnd(AutoCloseable last) {
    this.last = last;
    return this;
  }

  public Worker start() {
    if (essential) {
      ESSENTIAL.add(this);
    }
    thread.start();
    return this;
  }

  /** Ends the current wait, or the next one, because something may be due. */
  public void wake() {
    bell.release();
  }

  /** Returns whether the thread runs, and does not hang in a step. */
  public boolean alive() {
    return thread.isAlive() && !hangsFor(longestStepNanos);
  }

  /** Returns whether it should end; a long step checks this now and then. */
  public boolean closing() {
    return closing;
  }

  /** Returns what keeps it from working, in words; empty if nothing does. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  private void run() {
    Throwable cause = null;
    try {
      while (!closing && !interrupted) {
        await(next());
      }
    } catch (RuntimeException | Error e) {
      cause = e;
    } finally {
      if (!closing) {
        ProcessEnd.because(name, cause);
      }
      end();
    }
  }

  private void end() {
    ESSENTIAL.remove(this);
    // An interrupt is meant for the current step, not for the final one.
    Thread.interrupted();
    try {
      last.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, name + " did not end as it should", e);
    }
  }

  private Duration next() {
    gotOnAt = System.nanoTime();
    working = true;
    try {
      Duration wait = step.run();
      if (fault.getAndSet(null) != null) {
        LOG.log(System.Logger.Level.INFO, "{0} works again", name);
      }
      nextRetry = firstRetry;
      return spread(wait);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return failed(e);
    } finally {
      working = false;
    }
  }

  /**
   * Up to an eighth sooner: workers that started together would otherwise all ask the database in
   * the same instant, each on a connection that stays open for this alone.
   */
  private static Duration spread(Duration wait) {
    long most = Math.max(0, wait.toNanos() / 8);
    return wait.minusNanos(ThreadLocalRandom.current().nextLong(most + 1));
  }

  private Duration failed(Throwable e) {
    if (closing || e instanceof InterruptedException) {
      interrupted = true;
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

  /**
   * Signals from within the step that it got on: the next failure waits briefly, and the step may
   * take its time again.
   */
  public void progressed() {
    gotOnAt = System.nanoTime();
    nextRetry = firstRetry;
  }

  private static String words(Throwable e) {
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
      interrupted = true;
    }
  }

  /** Prevents further steps; returns immediately. */
  public void askToEnd() {
    closing = true;
    wake();
  }

  /** Lets the current step finish, and interrupts it if it takes too long. */
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

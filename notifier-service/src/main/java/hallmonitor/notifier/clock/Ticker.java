package hallmonitor.notifier.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks once a second for escalations whose time has come, and moves each on in a transaction of
 * its own.
 */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Ticker.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Jdbi database;
  private final Clock clock;
  private final Steps steps;
  private final ClockReading reading;
  private final Runnable afterEach;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicReference<String> fault = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "escalation-clock");
  private volatile boolean closing;

  /**
   * @param clock the database's
   * @param afterEach called after each commit that may have queued something
   */
  public Ticker(Jdbi database, Clock clock, Steps steps, Runnable afterEach) {
    this.database = database;
    this.clock = clock;
    this.steps = steps;
    this.reading = new ClockReading(database, steps);
    this.afterEach = afterEach;
  }

  public Ticker start() {
    thread.start();
    return this;
  }

  public boolean alive() {
    return thread.isAlive();
  }

  /** What keeps the clock from going on, in words. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  private void run() {
    while (!closing) {
      try {
        if (clock instanceof DatabaseClock database) {
          database.refresh();
        }
        tick();
        if (fault.getAndSet(null) != null) {
          LOG.info("the clock of escalations goes on");
        }
      } catch (RuntimeException e) {
        if (fault.getAndSet(e.getClass().getSimpleName()) == null) {
          LOG.error("the clock of escalations stands still; it is tried again", e);
        }
      }
      await();
    }
  }

  private void tick() {
    Instant now = clock.instant();
    reading.note(now);
    while (!closing && moveOne(now)) {
      afterEach.run();
    }
  }

  private boolean moveOne(Instant now) {
    return database.inTransaction(
        transaction -> {
          Optional<Conversation> due = Conversations.lockDue(transaction, now);
          due.ifPresent(c -> steps.timePassed(transaction, c, now));
          return due.isPresent();
        });
  }

  private void await() {
    try {
      bell.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Finishes the step in hand. */
  @Override
  public void close() {
    closing = true;
    bell.release();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

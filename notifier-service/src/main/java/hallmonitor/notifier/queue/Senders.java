package hallmonitor.notifier.queue;

import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Several threads that send what is due. */
public final class Senders implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Senders.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration HANG_UP_AFTER = Duration.ofSeconds(20);

  private final Semaphore bell = new Semaphore(0);
  private final AtomicReference<String> fault = new AtomicReference<>();
  private final List<Thread> threads;
  private final Runnable afterEach;
  private volatile boolean closing;

  /**
   * Creates the threads.
   *
   * @param count number of threads, each with its own connection to the mail server
   * @param settled receives each notice that was accepted or permanently refused
   * @param afterEach called after each mail's result was committed
   */
  public Senders(
      Jdbi database,
      MailServer server,
      Supplier<District> districts,
      Supplier<NoticeSettings> house,
      int count,
      Clock clock,
      MailRecord record,
      NoticeSettledListener settled,
      Runnable afterEach) {
    this.afterEach = afterEach;
    MailWriter writer = new MailWriter(districts, house);
    this.threads =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n -> {
                  Sender sender =
                      new Sender(database, server.connection(), writer, clock, record, settled);
                  return new Thread(() -> run(sender), "sender-" + n);
                })
            .toList();
  }

  public Senders start() {
    threads.forEach(Thread::start);
    return this;
  }

  /** Signals that something is due; without it the senders check every second. */
  public void wake() {
    bell.release(Math.max(0, threads.size() - bell.availablePermits()));
  }

  /** Returns whether every thread runs. */
  public boolean alive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** Returns what prevents reading the queue, in words; mail trouble does not count. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  private void run(Sender sender) {
    long lastUsed = System.nanoTime();
    while (!closing) {
      try {
        if (sender.sendNext()) {
          lastUsed = System.nanoTime();
          afterEach.run();
          continue;
        }
        fault.set(null);
      } catch (RuntimeException e) {
        if (fault.getAndSet(e.getClass().getSimpleName()) == null) {
          LOG.error("the queue of notices cannot be read; it is tried again", e);
        }
      }
      if (System.nanoTime() - lastUsed > HANG_UP_AFTER.toNanos()) {
        sender.hangUp();
      }
      await();
    }
    sender.hangUp();
  }

  private void await() {
    try {
      bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  /** Lets each thread finish its current mail. */
  @Override
  public void close() {
    closing = true;
    bell.release(threads.size());
    for (Thread thread : threads) {
      try {
        thread.join(Duration.ofSeconds(15).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

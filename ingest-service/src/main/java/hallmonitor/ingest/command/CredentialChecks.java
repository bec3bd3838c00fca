package hallmonitor.ingest.command;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Makes the tests of credentials that people ask for, one after the other. One that a crash cut
 * short is made again: it changes nothing on the platform.
 */
public final class CredentialChecks implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CredentialChecks.class.getName());
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

  private final CommandTable table;
  private final Function<String, CredentialAnswer> platform;
  private final Runnable answered;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "credential-checks");
  private volatile boolean closing;

  /**
   * @param platform asks the platform of an account
   * @param answered told after each answer is written down
   */
  public CredentialChecks(
      CommandTable table, Function<String, CredentialAnswer> platform, Runnable answered) {
    this.table = table;
    this.platform = platform;
    this.answered = answered;
  }

  public CredentialChecks start() {
    thread.start();
    return this;
  }

  public boolean alive() {
    return thread.isAlive();
  }

  /** Says that there may be tests to make. */
  public void wake() {
    wake.release();
  }

  private void run() {
    while (!closing) {
      try {
        for (CommandTable.WaitingCheck check : table.waitingChecks()) {
          table.answered(check.commandId(), platform.apply(check.account()));
          answered.run();
        }
        if (wake.tryAcquire(LONGEST_SLEEP.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "credentials cannot be tested yet", e);
        java.util.concurrent.locks.LockSupport.parkNanos(LONGEST_SLEEP.toNanos());
      }
    }
  }

  /** Does not wait for a platform that does not answer: the test is made after the next start. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}

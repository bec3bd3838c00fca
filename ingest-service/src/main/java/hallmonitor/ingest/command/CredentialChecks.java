package hallmonitor.ingest.command;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs requested credential checks one at a time. A check interrupted by a crash runs again: it
 * changes nothing on the platform.
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
   * Creates the runner.
   *
   * @param platform asks an account's platform
   * @param answered called after each answer is stored
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

  /** Signals that there may be checks to run. */
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

  /** Does not wait for an unresponsive platform: the check runs after the next start. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }
}

package hallmonitor.ingest.command;

import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.function.Function;

/**
 * Makes the tests of credentials that people ask for, one after the other. One that a crash cut
 * short is made again: it changes nothing on the platform.
 */
public final class CredentialChecks implements AutoCloseable {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

  private final CommandTable table;
  private final Function<String, CredentialAnswer> platform;
  private final Runnable answered;
  private final Worker worker =
      new Worker("credential-checks", this::check)
          .retryAfter(LONGEST_SLEEP, LONGEST_SLEEP)
          .patience(Duration.ZERO);

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
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Says that there may be tests to make. */
  public void wake() {
    worker.wake();
  }

  private Duration check() {
    for (CommandTable.WaitingCheck check : table.waitingChecks()) {
      table.answered(check.commandId(), platform.apply(check.account()));
      answered.run();
    }
    return LONGEST_SLEEP;
  }

  /** Does not wait for a platform that does not answer: the test is made after the next start. */
  @Override
  public void close() {
    worker.close();
  }
}

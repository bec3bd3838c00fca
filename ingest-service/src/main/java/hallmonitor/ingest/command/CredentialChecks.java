package hallmonitor.ingest.command;

import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs requested credential checks one at a time. A check interrupted by a crash runs again: it
 * changes nothing on the platform.
 */
public final class CredentialChecks implements AutoCloseable {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

  private final CommandTable table;
  private final Function<String, Optional<CredentialAnswer>> platform;
  private final Runnable answered;
  private final Worker worker =
      new Worker("credential-checks", this::check)
          .retryAfter(LONGEST_SLEEP, LONGEST_SLEEP)
          .patience(Duration.ZERO);

  /**
   * Creates the runner.
   *
   * @param platform asks an account's platform; empty if another instance owns the account
   * @param answered called after each answer is stored
   */
  public CredentialChecks(
      CommandTable table,
      Function<String, Optional<CredentialAnswer>> platform,
      Runnable answered) {
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

  /** Signals that there may be checks to run. */
  public void wake() {
    worker.wake();
  }

  private Duration check() {
    for (CommandTable.WaitingCheck check : table.waitingChecks()) {
      Optional<CredentialAnswer> answer = platform.apply(check.account());
      if (worker.closing()) {
        // Interrupted by the stop, it says nothing about the credential.
        return LONGEST_SLEEP;
      }
      answer.ifPresent(
          found -> {
            table.answered(check.commandId(), found);
            answered.run();
          });
    }
    return LONGEST_SLEEP;
  }

  /** Does not wait for an unresponsive platform: the check runs after the next start. */
  @Override
  public void close() {
    worker.close();
  }
}

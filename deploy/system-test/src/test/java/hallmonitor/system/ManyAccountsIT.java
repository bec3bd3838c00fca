package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.accounts.AccountsRun;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The short form of {@code deploy/bench/accounts}. */
class ManyAccountsIT {
  @Test
  void twoServicesLoseAndDoubleNothingWhileTheyAreKilledAndStopped() {
    AccountsRun.Order order =
        new AccountsRun.Order(12, Duration.ofSeconds(55), Duration.ofSeconds(13), 0.05, 1);
    Consumer<String> progress = System.out::println;
    try (AccountsRun run = new AccountsRun(order, progress)) {
      assertThat(run.run()).isEmpty();
    }
  }
}

package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.faults.FaultRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@code deploy/bench/faults}. */
class FaultsIT {
  /**
   * Its plan kills each part, freezes two, disturbs the network and the platform, and loses the
   * database.
   */
  private static final long SEED = 3_806;

  private static final FaultRun.Order SHORT =
      new FaultRun.Order(15, SEED, 5, Duration.ofSeconds(2), false, Optional.empty(), false, true);

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void everyPromiseHoldsWhileThingsFailAndPeopleWork() throws Exception {
    Consumer<String> progress = System.out::println;
    try (FaultRun run = new FaultRun(SHORT, progress)) {
      assertThat(run.run()).isEmpty();
    }
  }
}

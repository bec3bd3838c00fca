package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.faults.FaultRun;
import org.junit.jupiter.api.Test;

/** The short form of {@code deploy/bench/faults}. */
class FaultsIT {
  @Test
  void everyPromiseHoldsWhileWhateverThePipelineStandsOnIsKilled() {
    try (FaultRun run = new FaultRun(System.out::println)) {
      assertThat(run.run(new FaultRun.Order(12, 3, 5, 5_000))).isEmpty();
    }
  }
}

package hallmonitor.notifier.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EvidenceResult.ProblemKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FlawTest {
  @Test
  void eachHasTheNameThatTheContractsGiveIt() {
    assertThat(Arrays.stream(Flaw.values()).map(Flaw::name))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemKind.values()).map(ProblemKind::name).toList());
  }
}

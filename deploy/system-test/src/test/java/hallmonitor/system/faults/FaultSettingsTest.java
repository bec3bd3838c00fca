package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.ScratchStack;
import org.junit.jupiter.api.Test;

class FaultSettingsTest {
  /** Threats are hidden; what could be meant as one waits for a person. */
  @Test
  void theClausesThatHideAreThoseOfTheShippedPolicy() {
    assertThat(FaultSettings.hidingClauses(ScratchStack.root()))
        .contains("1.1", "3.1")
        .doesNotContain("1.2", "3.2", "3.3", "7.1");
  }
}

package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormerSettingsTest {
  private static final String PACE = "hallmonitor.ingest.push.history-rows-per-second";

  @Test
  void aSettingThatNothingReadsAnyMoreIsNamedWithWhatHoldsInstead() {
    assertThat(FormerSettings.warnings(name -> Optional.ofNullable(Map.of(PACE, "50").get(name))))
        .singleElement()
        .asString()
        .contains(PACE, "no effect", "history-waits-above");
    assertThat(FormerSettings.warnings(name -> Optional.empty())).isEmpty();
  }
}

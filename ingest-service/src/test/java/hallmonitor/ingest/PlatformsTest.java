package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.youtube.YouTube;
import hallmonitor.settings.district.ConnectedPlatform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlatformsTest {
  @Test
  void everyPlatformThatTheDistrictsFileMayNameHasItsConnector() {
    assertThat(Wiring.platforms(YouTube.UNITS_A_DAY, 0))
        .extracting(Platform::name)
        .containsExactlyInAnyOrder(
            Arrays.stream(ConnectedPlatform.values())
                .map(ConnectedPlatform::word)
                .toArray(String[]::new));
  }
}

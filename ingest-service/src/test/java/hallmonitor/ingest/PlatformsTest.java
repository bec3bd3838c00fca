package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.api.ApiPlatform;
import hallmonitor.ingest.connector.api.DailyLimit;
import hallmonitor.ingest.connector.youtube.YouTube;
import hallmonitor.settings.district.ConnectedPlatform;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PlatformsTest {
  @Test
  void everyPlatformThatTheDistrictsFileMayNameHasItsConnector() {
    DailyLimit limit = new DailyLimit(1, 1, InstantSource.system());
    Jdbi database = Jdbi.create("jdbc:postgresql:not-asked");
    assertThat(
            Wiring.platforms(
                YouTube.UNITS_A_DAY,
                0,
                Optional.empty(),
                new ApiPlatform(database, true, limit, () -> false)))
        .extracting(Platform::name)
        .containsExactlyInAnyOrder(
            Arrays.stream(ConnectedPlatform.values())
                .map(ConnectedPlatform::word)
                .toArray(String[]::new));
  }
}

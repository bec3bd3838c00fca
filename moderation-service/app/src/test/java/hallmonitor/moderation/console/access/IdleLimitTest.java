package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleLimitTest {
  @Test
  void itIsFourHoursUnlessADistrictSetsAnother() {
    assertThat(with(Map.of())).isEqualTo(Duration.ofHours(4));
    assertThat(with(Map.of("HALLMONITOR_CONSOLE_IDLE_AFTER", "30m")))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4m", "0s", "13h"})
  void whatNobodyCouldWorkWithOrLastsTooLongStopsTheStart(String time) {
    assertThatThrownBy(() -> with(Map.of("HALLMONITOR_CONSOLE_IDLE_AFTER", time)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Set it from 5m to 12h");
  }

  private static Duration with(Map<String, String> environment) {
    return new IdleLimit(
            new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(ConsoleConfig.class))
        .limit();
  }
}

package hallmonitor.moderation.pipeline.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.policy.DoubtfulBand;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy reader's settings, as an administrator writes them. */
class OpinionWiringTest {
  private static final String PREFIX = "hallmonitor.policy-reader.";

  @TempDir private Path secrets;

  @Test
  void withoutSettingsThereIsNoReader() {
    assertThat(started(Map.of())).isSameAs(ThirdOpinion.NONE);
    assertThat(ThirdOpinion.NONE.asksAbout()).isEmpty();
    assertThat(ThirdOpinion.NONE.state()).isEqualTo("off");
  }

  @Test
  void anAddressAndAModelAreEnough() {
    Map<String, String> settings =
        Map.of(PREFIX + "url", "http://127.0.0.1:11434/v1", PREFIX + "model", "a-model");
    try (ThirdOpinion reader = started(settings)) {
      assertThat(reader.asksAbout()).contains(new DoubtfulBand(0.05, 0.1));
      assertThat(reader.state()).isEqualTo("on");
    }
  }

  @Test
  void aPublicAddressStopsTheStartWithASentence() {
    Map<String, String> settings =
        Map.of(PREFIX + "url", "https://93.184.216.34/v1", PREFIX + "model", "a-model");

    assertThatThrownBy(() -> started(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("comments would leave the district");
  }

  @Test
  void inWordsAnAdministratorMaySendCommentsOutside() {
    Map<String, String> settings =
        Map.of(
            PREFIX + "url", "https://93.184.216.34/v1",
            PREFIX + "model", "a-model",
            PREFIX + "send-comments-to", "a service outside the district");
    try (ThirdOpinion reader = started(settings)) {
      assertThat(reader.asksAbout()).isPresent();
    }
  }

  @Test
  void aKeyThatCannotBeReadStopsTheStart() throws IOException {
    Files.createDirectory(secrets.resolve("policy-reader-key"));

    assertThatThrownBy(() -> started(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("policy-reader-key");
  }

  private ThirdOpinion started(Map<String, String> settings) {
    PolicyReaderConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PolicyReaderConfig.class)
            .withConverters(new Converter<?>[] {new DurationConverter()})
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(PolicyReaderConfig.class);
    return new OpinionWiring()
        .thirdOpinion(config, secrets, new PipelineMetrics(new SimpleMeterRegistry()));
  }
}

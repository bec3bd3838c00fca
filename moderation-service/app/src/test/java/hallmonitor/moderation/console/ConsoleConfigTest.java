package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleConfig.PasswordSettings;
import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the sign-in settings, named for the environment as on the page about sign-in. */
class ConsoleConfigTest {
  @Test
  void withoutSettingsPasswordsAreOnAndThereIsNoSingleSignOn() {
    ConsoleConfig config = with(Map.of());

    assertThat(config.sso()).isEmpty();
    assertThat(config.passwords()).isEqualTo(PasswordSettings.ON);
    assertThat(config.secondFactor()).isEmpty();
  }

  @Test
  void theEnvironmentTurnsSingleSignOnOn() {
    ConsoleConfig config =
        with(
            Map.of(
                "HALLMONITOR_CONSOLE_SSO_ISSUER", "https://accounts.google.com",
                "HALLMONITOR_CONSOLE_SSO_CLIENT_ID", "hall-monitor",
                "HALLMONITOR_CONSOLE_SSO_ALLOWED_DOMAINS", "maple.example,oak.example",
                "HALLMONITOR_CONSOLE_SECOND_FACTOR", "required-for-administrators",
                "HALLMONITOR_CONSOLE_PASSWORDS", "off"));

    assertThat(config.sso().orElseThrow().clientId()).isEqualTo("hall-monitor");
    assertThat(config.sso().orElseThrow().allowedDomains())
        .contains(List.of("maple.example", "oak.example"));
    assertThat(config.secondFactor()).contains(SecondFactor.REQUIRED_FOR_ADMINISTRATORS);
    assertThat(config.passwords()).isEqualTo(PasswordSettings.OFF);
  }

  @Test
  void aWordThatIsNoneOfTheChoicesStopsTheStart() {
    assertThatThrownBy(() -> with(Map.of("HALLMONITOR_CONSOLE_SECOND_FACTOR", "requird")))
        .hasMessageContaining("requird");
  }

  private static ConsoleConfig with(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withMapping(ConsoleConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withSources(new EnvConfigSource(environment, 300))
        .build()
        .getConfigMapping(ConsoleConfig.class);
  }
}

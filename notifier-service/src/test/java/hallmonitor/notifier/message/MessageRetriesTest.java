package hallmonitor.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.escalation.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageRetriesTest {
  private static final Instant NOW = Instant.parse("2026-12-08T02:00:00Z");

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "5, 32", "6, 60", "60, 60"})
  void theWaitDoublesUpToAMinute(int attempts, int seconds) {
    assertThat(MessageRetries.again(NOW, attempts, Optional.empty(), NOW))
        .contains(NOW.plusSeconds(seconds));
  }

  @Test
  void aGatewayThatWantsMoreTimeGetsItUnlessThatIsTooLate() {
    assertThat(MessageRetries.again(NOW, 1, Optional.of(Duration.ofSeconds(90)), NOW))
        .contains(NOW.plusSeconds(90));
    assertThat(MessageRetries.again(NOW, 5, Optional.of(Duration.ofSeconds(1)), NOW))
        .contains(NOW.plusSeconds(32));
    assertThat(MessageRetries.again(NOW, 1, Optional.of(Duration.ofHours(1)), NOW)).isEmpty();
  }

  @Test
  void afterHalfAnHourItIsGivenUp() {
    Instant created = NOW.minus(Duration.ofMinutes(29));

    assertThat(MessageRetries.again(created, 9, Optional.empty(), NOW.minusSeconds(1))).isPresent();
    assertThat(MessageRetries.again(created, 9, Optional.empty(), NOW)).isEmpty();
  }

  @Test
  void whatBecameOfItIsAskedForTenMinutes() {
    assertThat(MessageRetries.ask(NOW, 1, NOW)).contains(NOW.plusSeconds(15));
    assertThat(MessageRetries.ask(NOW, 9, NOW)).contains(NOW.plusSeconds(120));
    assertThat(MessageRetries.ask(NOW.minus(Duration.ofMinutes(9)), 9, NOW)).isEmpty();
  }

  @Test
  void onlyPagerDutyRecognizesARepetition() {
    assertThat(MessageRetries.mayComeTooOften(Gateway.Kind.TWILIO_TEXT, 1)).isFalse();
    assertThat(MessageRetries.mayComeTooOften(Gateway.Kind.TWILIO_TEXT, 2)).isTrue();
    assertThat(MessageRetries.mayComeTooOften(Gateway.Kind.PAGERDUTY, 9)).isFalse();
  }
}

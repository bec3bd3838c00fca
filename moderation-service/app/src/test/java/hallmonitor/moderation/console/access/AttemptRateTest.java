package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttemptRateTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));

  private final AttemptRate rate = new AttemptRate(3, now::get);

  @Test
  void afterTheBurstOneAttemptComesBackWithItsShareOfTheMinute() {
    assertThat(burst("a")).isEqualTo(3);

    passes(19);
    assertThat(rate.mayTry("a")).isFalse();
    passes(1);
    assertThat(rate.mayTry("a")).isTrue();
    assertThat(rate.mayTry("a")).isFalse();
  }

  @Test
  void aQuietHourSavesNothingUp() {
    burst("a");
    passes(3600);

    assertThat(burst("a")).isEqualTo(3);
  }

  @Test
  void oneNetworkDoesNotCostAnother() {
    burst("a");

    assertThat(burst("b")).isEqualTo(3);
  }

  @Test
  void aServiceThatWouldLetNobodyInIsRefused() {
    for (int aMinute : new int[] {0, -1}) {
      assertThatThrownBy(() -> new AttemptRate(aMinute, InstantSource.system()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("HALLMONITOR_CONSOLE_SIGN_INS_A_MINUTE is " + aMinute);
    }
  }

  private int burst(String source) {
    int tried = 0;
    while (rate.mayTry(source)) {
      tried++;
    }
    return tried;
  }

  private void passes(long seconds) {
    now.updateAndGet(time -> time.plusSeconds(seconds));
  }
}

package hallmonitor.moderation.console.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastingTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Lasting lasting = new Lasting();

  @Test
  void itBeginsWhereItWasFirstSeen() {
    lasting.note(true, NOON);
    lasting.note(true, NOON.plusSeconds(90));

    assertThat(lasting.since()).contains(NOON);
    assertThat(lasting.isLongerThan(MINUTE, NOON.plusSeconds(60))).isFalse();
    assertThat(lasting.isLongerThan(MINUTE, NOON.plusSeconds(61))).isTrue();
  }

  @Test
  void aPauseEndsIt() {
    lasting.note(true, NOON);
    lasting.note(false, NOON.plusSeconds(5));
    assertThat(lasting.since()).isEmpty();
    assertThat(lasting.isLongerThan(MINUTE, NOON.plusSeconds(90))).isFalse();

    lasting.note(true, NOON.plusSeconds(10));
    assertThat(lasting.since()).contains(NOON.plusSeconds(10));
  }
}

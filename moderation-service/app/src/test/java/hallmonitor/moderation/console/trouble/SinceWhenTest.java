package hallmonitor.moderation.console.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SinceWhenTest {
  private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SinceWhen since = new SinceWhen();

  @Test
  void itBeginsWhereItWasFirstSeen() {
    since.note(true, NOON);
    since.note(true, NOON.plusSeconds(90));

    assertThat(since.since()).contains(NOON);
    assertThat(since.isLongerThan(MINUTE, NOON.plusSeconds(60))).isFalse();
    assertThat(since.isLongerThan(MINUTE, NOON.plusSeconds(61))).isTrue();
  }

  @Test
  void aPauseEndsIt() {
    since.note(true, NOON);
    since.note(false, NOON.plusSeconds(5));
    assertThat(since.since()).isEmpty();
    assertThat(since.isLongerThan(MINUTE, NOON.plusSeconds(90))).isFalse();

    since.note(true, NOON.plusSeconds(10));
    assertThat(since.since()).contains(NOON.plusSeconds(10));
  }
}

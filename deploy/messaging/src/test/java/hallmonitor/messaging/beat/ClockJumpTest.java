package hallmonitor.messaging.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockJumpTest {
  private final ClockJump jump = new ClockJump(Instant.EPOCH, 0);

  @Test
  void aClockThatGoesOnAsAlwaysIsNotTold() {
    jump.look(Instant.EPOCH.plusSeconds(40), seconds(10));

    assertThat(jump.latest()).isEmpty();
  }

  @Test
  void aJumpEitherWayIsToldForAnHour() {
    jump.look(Instant.EPOCH.minusSeconds(100), seconds(10));
    assertThat(jump.latest().orElseThrow()).contains("back by 110 seconds");

    jump.look(Instant.EPOCH.plusSeconds(3_400), seconds(3_510));
    assertThat(jump.latest()).isPresent();

    jump.look(Instant.EPOCH.plusSeconds(3_520), seconds(3_630));
    assertThat(jump.latest()).isEmpty();
  }

  private static long seconds(long many) {
    return Duration.ofSeconds(many).toNanos();
  }
}

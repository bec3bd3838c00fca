package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {
  private static final Duration YOUNG = Duration.ofSeconds(2);

  @Test
  void eachEarlyDeathWaitsTwiceAsLongUpToHalfAMinute() {
    RestartBackoff backoff = new RestartBackoff();
    assertThat(IntStream.range(0, 7).mapToObj(i -> backoff.next(YOUNG).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aLongLifeIsForgiven() {
    RestartBackoff backoff = new RestartBackoff();
    backoff.next(YOUNG);
    backoff.next(YOUNG);
    assertThat(backoff.next(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
  }
}

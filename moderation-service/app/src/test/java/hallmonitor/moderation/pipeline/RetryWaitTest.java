package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryWaitTest {
  @Test
  void itDoublesUpToAnHour() {
    assertThat(IntStream.rangeClosed(1, 13).mapToObj(RetryWait::after).map(Duration::toSeconds))
        .containsExactly(
            2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1_024L, 2_048L, 3_600L, 3_600L);
    assertThat(RetryWait.after(Integer.MAX_VALUE)).isEqualTo(RetryWait.LONGEST);
  }
}

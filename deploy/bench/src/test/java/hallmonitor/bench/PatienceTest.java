package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Patience patience = new Patience(Duration.ofMinutes(15), 0);

  @Test
  void itLastsAsLongAsSomethingIsSentOrDone() {
    assertThat(patience.isOver(false, 40 * MINUTE, 500, 0)).isFalse();
    assertThat(patience.isOver(true, 50 * MINUTE, 500, 0)).isFalse();
    assertThat(patience.isOver(true, 60 * MINUTE, 499, 1)).isFalse();
    assertThat(patience.isOver(true, 74 * MINUTE, 498, 2)).isFalse();
    assertThat(patience.isOver(true, 88 * MINUTE, 498, 2)).isFalse();
    assertThat(patience.isOver(true, 90 * MINUTE, 498, 2)).isTrue();
  }

  @Test
  void itStartsWithTheLastOneSent() {
    assertThat(patience.isOver(false, 40 * MINUTE, 500)).isFalse();
    assertThat(patience.isOver(true, 54 * MINUTE, 500)).isFalse();
    assertThat(patience.isOver(true, 56 * MINUTE, 500)).isTrue();
  }
}

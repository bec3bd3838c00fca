package hallmonitor.notifier.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TroublePaceTest {
  @Test
  void remindersComeLessAndLessOften() {
    assertThat(TroublePace.after(true, 1)).isEqualTo(Duration.ofMinutes(30));
    assertThat(TroublePace.after(true, 2)).isEqualTo(Duration.ofHours(1));
    assertThat(TroublePace.after(true, 3)).isEqualTo(Duration.ofHours(2));
    assertThat(TroublePace.after(true, 40)).isEqualTo(Duration.ofHours(12));
    assertThat(TroublePace.after(false, 1)).isEqualTo(Duration.ofDays(1));
    assertThat(TroublePace.after(false, 40)).isEqualTo(Duration.ofDays(7));
  }
}

package hallmonitor.notifier.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingPaceTest {
  private final SendingPace pace = new SendingPace();

  @Test
  void aFastServerGetsMoreMailsAtOnceUpToALimit() {
    assertThat(pace.most()).isEqualTo(1);

    fast();
    fast();
    assertThat(pace.most()).isEqualTo(4);

    for (int i = 0; i < 10; i++) {
      fast();
    }
    assertThat(pace.most()).isEqualTo(20);
  }

  @Test
  void aSlowServerIsGivenOneMailAtATime() {
    fast();
    fast();

    pace.took(4, Duration.ofSeconds(3));
    pace.took(2, Duration.ofSeconds(2));
    pace.took(1, Duration.ofSeconds(1));

    assertThat(pace.most()).isEqualTo(1);
  }

  @Test
  void fewMailsSayNothingAboutMore() {
    fast();

    pace.took(1, Duration.ofMillis(5));

    assertThat(pace.most()).isEqualTo(2);
  }

  @Test
  void afterAFailureMailsAreClaimedOneByOne() {
    fast();
    fast();

    pace.failed();

    assertThat(pace.most()).isEqualTo(1);
  }

  private void fast() {
    pace.took(pace.most(), Duration.ofMillis(20));
  }
}

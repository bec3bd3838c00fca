package hallmonitor.notifier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswerRateLimitTest {
  @Test
  void oneAddressIsHeldBackUntilTheNextMinuteAndOthersAreNot() {
    AtomicLong nanos = new AtomicLong();
    AnswerRateLimit limit = new AnswerRateLimit(2, nanos::get);

    assertThat(limit.isTooMany("a")).isFalse();
    assertThat(limit.isTooMany("a")).isFalse();
    assertThat(limit.isTooMany("a")).isTrue();
    assertThat(limit.isTooMany("b")).isFalse();

    nanos.set(TimeUnit.MINUTES.toNanos(1));
    assertThat(limit.isTooMany("a")).isFalse();
  }
}

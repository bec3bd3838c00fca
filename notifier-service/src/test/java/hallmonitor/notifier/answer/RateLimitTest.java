package hallmonitor.notifier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void oneAddressIsHeldBackUntilTheNextMinuteAndOthersAreNot() {
    AtomicLong nanos = new AtomicLong();
    RateLimit limit = new RateLimit(2, nanos::get);

    assertThat(limit.isTooMany("a")).isFalse();
    assertThat(limit.isTooMany("a")).isFalse();
    assertThat(limit.isTooMany("a")).isTrue();
    assertThat(limit.isTooMany("b")).isFalse();

    nanos.set(TimeUnit.MINUTES.toNanos(1));
    assertThat(limit.isTooMany("a")).isFalse();
  }
}

package hallmonitor.notifier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkLimitsTest {
  @Test
  void anyoneWhoTriesLinksOutIsHeldBackAndAnyoneWhoHoldsOneBehindTheSameProxyIsNot() {
    LinkLimits limits = new LinkLimits(() -> 0);

    assertThat(IntStream.range(0, 121).filter(n -> limits.isTooMany(false, "x" + n, "proxy")))
        .hasSize(1);
    assertThat(limits.isTooMany(true, "a link", "proxy")).isFalse();
    assertThat(IntStream.range(0, 60).filter(n -> limits.isTooMany(true, "a link", "a" + n)))
        .hasSize(1);
    assertThat(limits.isTooMany(true, "another", "proxy")).isFalse();
  }
}

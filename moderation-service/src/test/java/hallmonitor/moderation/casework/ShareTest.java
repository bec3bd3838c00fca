package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShareTest {
  /** Table 1 of R. Newcombe, Two-sided confidence intervals, Statistics in Medicine 17, 1998. */
  @Test
  void theIntervalIsWilsons() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0.0000, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
  }

  private static void assertInterval(long hits, long of, double low, double high) {
    Share share = new Share(hits, of);
    assertThat(share.low()).isCloseTo(low, within(0.00006));
    assertThat(share.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(new Share(0, 0).low()).isZero();
    assertThat(new Share(0, 0).high()).isEqualTo(1);
  }

  @Property
  void theShareLiesWithinItsIntervalAndTheIntervalWithinOneAndNothing(
      @ForAll @LongRange(min = 1, max = 5_000) long of,
      @ForAll @LongRange(min = 0, max = 5_000) long hits) {
    Share share = new Share(Math.min(hits, of), of);
    assertThat(share.low()).isBetween(0.0, share.value());
    assertThat(share.high()).isBetween(share.value(), 1.0);
  }
}

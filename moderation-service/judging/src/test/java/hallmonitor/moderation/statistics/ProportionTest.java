package hallmonitor.moderation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** Values from R's {@code prop.test(..., correct = FALSE)}. */
  @ParameterizedTest
  @CsvSource({
    "10, 100, .05523, .17437",
    "0, 20, 0, .16113",
    "20, 20, .83887, 1",
    "1, 1, .20655, 1",
    "500, 1000, .46907, .53093"
  })
  void theIntervalIsWilsons(long part, long whole, double low, double high) {
    Proportion proportion = new Proportion(part, whole);

    assertThat(proportion.low()).isCloseTo(low, within(1e-4));
    assertThat(proportion.high()).isCloseTo(high, within(1e-4));
  }

  @Test
  void ofNothingAnythingMayBeTrue() {
    Proportion nothing = new Proportion(0, 0);

    assertThat(nothing.rate()).isNaN();
    assertThat(nothing.low()).isZero();
    assertThat(nothing.high()).isEqualTo(1);
  }

  @Test
  void oneIsAboveAnotherOnlyWhereTheirIntervalsDoNotMeet() {
    assertThat(new Proportion(30, 100).isAbove(new Proportion(5, 100))).isTrue();
    assertThat(new Proportion(8, 100).isAbove(new Proportion(5, 100))).isFalse();
    assertThat(new Proportion(5, 100).isAbove(new Proportion(30, 100))).isFalse();
  }

  @Test
  void moreThanAllIsNoProportion() {
    assertThatThrownBy(() -> new Proportion(2, 1)).hasMessage("2 of 1 is no proportion");
  }

  /** Table 1 of R. Newcombe, Two-sided confidence intervals, Statistics in Medicine 17, 1998. */
  @Test
  void theIntervalIsThatOfNewcombesTable() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0.0000, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
  }

  private static void assertInterval(long hits, long of, double low, double high) {
    Proportion share = new Proportion(hits, of);
    assertThat(share.low()).isCloseTo(low, within(0.00006));
    assertThat(share.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(new Proportion(0, 0).low()).isZero();
    assertThat(new Proportion(0, 0).high()).isEqualTo(1);
  }

  @Property
  void theShareLiesWithinItsIntervalAndTheIntervalWithinOneAndNothing(
      @ForAll @LongRange(min = 1, max = 5_000) long of,
      @ForAll @LongRange(min = 0, max = 5_000) long hits) {
    Proportion share = new Proportion(Math.min(hits, of), of);
    assertThat(share.low()).isBetween(0.0, share.rate());
    assertThat(share.high()).isBetween(share.rate(), 1.0);
  }
}

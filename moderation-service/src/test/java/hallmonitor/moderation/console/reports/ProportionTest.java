package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /** As R's {@code prop.test(..., correct = FALSE)} says. */
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
}

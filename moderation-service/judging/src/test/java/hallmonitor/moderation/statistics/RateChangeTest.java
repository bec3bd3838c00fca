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

class RateChangeTest {
  /** Twice the smaller tail of a binomial distribution, from Python's exact fractions. */
  @ParameterizedTest
  @CsvSource({
    "10, 100, 10, 400, .00518",
    "12, 400, 5, 1600, .0000183279",
    "0, 100, 20, 400, .02306",
    "5, 500, 20, 2000, 1",
    "1, 100, 0, 400, .4"
  })
  void theChanceIsThatOfTheSmallerTailTwice(
      long now, long ofNow, long before, long ofBefore, double chance) {
    assertThat(new RateChange(now, ofNow, before, ofBefore).chance())
        .isCloseTo(chance, within(Math.max(1e-7, chance / 100)));
  }

  @Test
  void nothingToCompareIsNoChange() {
    assertThat(new RateChange(0, 0, 5, 100).chance()).isEqualTo(1);
    assertThat(new RateChange(5, 100, 0, 0).chance()).isEqualTo(1);
    assertThat(new RateChange(0, 100, 0, 100).chance()).isEqualTo(1);
    assertThat(new RateChange(0, 100, 0, 100).changedBy(1.5)).isFalse();
  }

  @Test
  void aChangeByAFactorCountsInBothDirections() {
    assertThat(new RateChange(15, 1_000, 10, 1_000).changedBy(1.5)).isTrue();
    assertThat(new RateChange(10, 1_000, 15, 1_000).changedBy(1.5)).isTrue();
    assertThat(new RateChange(14, 1_000, 10, 1_000).changedBy(1.5)).isFalse();
    assertThat(new RateChange(0, 1_000, 10, 1_000).changedBy(1.5)).isTrue();
  }

  @Test
  void manyEventsAreNoTroubleForTheNumbers() {
    assertThat(new RateChange(200_000, 1_000_000, 800_000, 4_000_000).chance())
        .isCloseTo(1, within(.01));
    assertThat(new RateChange(220_000, 1_000_000, 800_000, 4_000_000).chance()).isLessThan(1e-9);
  }

  @Test
  void whatIsNoProportionIsRefused() {
    assertThatThrownBy(() -> new RateChange(2, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RateChange(0, 1, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void theChanceIsAProbabilityAndTheSameFromBothSides(
      @ForAll @LongRange(max = 200) long now,
      @ForAll @LongRange(min = 200, max = 5_000) long ofNow,
      @ForAll @LongRange(max = 200) long before,
      @ForAll @LongRange(min = 200, max = 5_000) long ofBefore) {
    double chance = new RateChange(now, ofNow, before, ofBefore).chance();

    assertThat(chance).isBetween(0.0, 1.0);
    assertThat(new RateChange(before, ofBefore, now, ofNow).chance())
        .isCloseTo(chance, within(1e-9));
  }
}

package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final double[] SCORES = {0.9, 0.8, 0.7, 0.6};

  @Test
  void theAreaIsTheShareOfPairsInTheRightOrderAndTiesCountHalf() {
    assertThat(Measures.areaUnderCurve(SCORES, new boolean[] {true, true, false, false}))
        .isEqualTo(1);
    assertThat(Measures.areaUnderCurve(SCORES, new boolean[] {true, false, true, false}))
        .isEqualTo(0.75);
    assertThat(Measures.areaUnderCurve(new double[] {1, 1}, new boolean[] {true, false}))
        .isEqualTo(0.5);
  }

  @Test
  void recallCountsOnlyWhatScoresAboveTheAllowedFalseAlarms() {
    boolean[] applies = {true, false, true, false};
    assertThat(Measures.recallAtFalseAlarms(SCORES, applies, 0)).isEqualTo(0.5);
    assertThat(Measures.recallAtFalseAlarms(SCORES, applies, 0.5)).isEqualTo(1);
    assertThat(Measures.recallAtFalseAlarms(new double[] {1, 1}, new boolean[] {true, false}, 0.5))
        .as("a tie with a false alarm is not above it")
        .isZero();
  }

  @Test
  void averagePrecisionRewardsTheTopOfTheList() {
    assertThat(Measures.averagePrecision(SCORES, new boolean[] {true, false, true, false}))
        .isCloseTo((1 + 2.0 / 3) / 2, within(1e-9));
  }

  @Test
  void aShareCarriesItsInterval() {
    assertThat(Measures.share(5, 10)).isEqualTo("0.50 (0.24-0.76)");
    assertThat(Measures.share(0, 300)).isEqualTo("0.00 (0.00-0.01)");
    assertThat(Measures.share(0, 0)).isEqualTo("-");
  }

  @Test
  void theChanceOfAnExcessIsFishers() {
    // Fisher's lady tasting tea: 4 of 4 right has one chance in 70, 3 of 4 seventeen.
    assertThat(Measures.chanceOfExcess(4, 4, 0, 4)).isCloseTo(1 / 70.0, within(1e-9));
    assertThat(Measures.chanceOfExcess(3, 4, 1, 4)).isCloseTo(17 / 70.0, within(1e-9));
    assertThat(Measures.chanceOfExcess(0, 4, 4, 4)).isCloseTo(1, within(1e-9));
    assertThat(Measures.chanceOfExcess(0, 0, 3, 10)).isCloseTo(1, within(1e-9));
    assertThat(Measures.chanceOfExcess(4_000, 100_000, 1_000, 100_000)).isLessThan(1e-100);
  }
}

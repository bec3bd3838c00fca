package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
  private static final Random CHANCE = new Random(7);

  @Test
  void theCoefficientsThatMadeTheLabelsAreFoundAgain() {
    int n = 20_000;
    double[][] inputs = new double[n][];
    boolean[] applies = new boolean[n];
    for (int i = 0; i < n; i++) {
      inputs[i] = new double[] {CHANCE.nextGaussian() * 2, CHANCE.nextGaussian()};
      double odds = 1.5 * inputs[i][0] - 0.7 * inputs[i][1] - 1;
      applies[i] = CHANCE.nextDouble() < 1 / (1 + Math.exp(-odds));
    }
    double[] found = LogisticFit.fit(inputs, applies, ones(n), 1e-9);

    assertThat(found[0]).isCloseTo(1.5, within(0.1));
    assertThat(found[1]).isCloseTo(-0.7, within(0.1));
    assertThat(found[2]).isCloseTo(-1, within(0.1));
  }

  @Test
  void theRidgeWeighsOnInputsOfAnySpreadAlike() {
    int n = 5_000;
    double[][] inputs = new double[n][];
    double[][] wide = new double[n][];
    boolean[] applies = new boolean[n];
    for (int i = 0; i < n; i++) {
      inputs[i] = new double[] {CHANCE.nextGaussian(), CHANCE.nextGaussian()};
      wide[i] = new double[] {1_000 * inputs[i][0] + 7, inputs[i][1]};
      applies[i] = CHANCE.nextDouble() < 1 / (1 + Math.exp(-inputs[i][0] - inputs[i][1]));
    }
    double[] narrow = LogisticFit.fitOfEqualSpread(inputs, applies, ones(n), 0.1);
    double[] found = LogisticFit.fitOfEqualSpread(wide, applies, ones(n), 0.1);

    assertThat(found[0] * 1_000).isCloseTo(narrow[0], within(1e-6));
    assertThat(found[1]).isCloseTo(narrow[1], within(1e-6));
    assertThat(LogisticFit.logOdds(found, wide[0]))
        .isCloseTo(LogisticFit.logOdds(narrow, inputs[0]), within(1e-6));
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() {
    double[][] inputs = {{0}, {1}, {1}, {0}, {2}};
    boolean[] applies = {false, true, false, false, true};
    double[][] twice = {{0}, {1}, {1}, {1}, {0}, {2}};
    boolean[] twiceApplies = {false, true, true, false, false, true};

    double[] weighed = LogisticFit.fit(inputs, applies, new double[] {1, 2, 1, 1, 1}, 1e-6);

    assertThat(weighed)
        .containsExactly(LogisticFit.fit(twice, twiceApplies, ones(6), 1e-6), within(1e-6));
  }

  @Test
  void classesThatLieApartKeepTheCoefficientsFinite() {
    double[] found =
        LogisticFit.fit(new double[][] {{-1}, {1}}, new boolean[] {false, true}, ones(2), 1e-6);
    assertThat(found[0]).isFinite().isPositive();
  }

  @Test
  void withNothingToLearnFromTheScoreStaysAsItIs() {
    assertThat(LogisticFit.fit(new double[][] {{3}}, new boolean[] {false}, ones(1), 0))
        .containsExactly(1, 0);
    assertThat(LogisticFit.fit(new double[0][], new boolean[0], ones(0), 0)).containsExactly(1, 0);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}

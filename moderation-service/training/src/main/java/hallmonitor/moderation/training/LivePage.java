package hallmonitor.moderation.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures a fit as on a live page, where nearly all comments are ordinary. The weights are those
 * of {@link Weights.Mixture#LIVE}.
 */
final class LivePage {
  /** Share of right answers that a model must have shown before it may hide a comment. */
  private static final double PRECISION = 0.99;

  /** Share of harmless comments from elsewhere, such as news sites, that a model may hide. */
  private static final double ELSEWHERE = 0.001;

  /** Fewest right answers that show anything. */
  static final int FEWEST = 10;

  private LivePage() {}

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /**
   * Stretches and moves a fit so that its probabilities hold.
   *
   * @param coefficients one per input, then the constant
   */
  static double[] fit(
      double[] coefficients, double[][] inputs, boolean[] applies, double[] weights) {
    double[][] sums = new double[inputs.length][1];
    for (int i = 0; i < inputs.length; i++) {
      sums[i][0] = LogisticFit.logOdds(coefficients, inputs[i]);
    }
    double[] platt = LogisticFit.fit(sums, applies, weights, 1e-6);
    double[] moved = Arrays.stream(coefficients).map(c -> c * platt[0]).toArray();
    moved[moved.length - 1] += platt[1] + Weights.toBaseRate();
    return moved;
  }

  /**
   * Returns the log-odds at which {@link #PRECISION} of the comments are of the category; empty if
   * that is never reached, or if fewer than {@link #FEWEST} right answers show it.
   *
   * @param sums log-odds of the comments
   */
  static OptionalDouble proven(double[] sums, boolean[] applies, double[] weights) {
    return proven(sums, applies, weights, IntStream.range(0, sums.length).toArray());
  }

  /**
   * Does the same for some of the comments.
   *
   * @param among their indexes
   */
  static OptionalDouble proven(double[] sums, boolean[] applies, double[] weights, int[] among) {
    List<Integer> order =
        Arrays.stream(among).boxed().sorted(Comparator.comparingDouble(i -> -sums[i])).toList();
    OptionalDouble proven = OptionalDouble.empty();
    double right = 0;
    double all = 0;
    int found = 0;
    for (int i : order) {
      double weight = Weights.onLivePage(weights[i], applies[i]);
      all += weight;
      right += applies[i] ? weight : 0;
      found += applies[i] ? 1 : 0;
      if (applies[i] && found >= FEWEST && right >= PRECISION * all) {
        proven = OptionalDouble.of(sums[i]);
      }
    }
    return proven;
  }

  /**
   * Returns the log-odds that at most {@link #ELSEWHERE} of some comments exceed.
   *
   * @param some which ones
   */
  static double seldom(double[] sums, boolean[] some) {
    double[] sorted =
        IntStream.range(0, sums.length)
            .filter(i -> some[i])
            .mapToDouble(i -> sums[i])
            .sorted()
            .toArray();
    int above = (int) (sorted.length * ELSEWHERE);
    return sorted.length == 0
        ? Double.NEGATIVE_INFINITY
        : Math.nextUp(sorted[sorted.length - 1 - above]);
  }
}

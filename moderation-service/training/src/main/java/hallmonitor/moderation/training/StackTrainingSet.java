package hallmonitor.moderation.training;

import static hallmonitor.moderation.training.Weights.Mixture.LESSON;
import static hallmonitor.moderation.training.Weights.Mixture.LIVE;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows that train the stack of one category. The arrays are not copied.
 *
 * @param rows with labels that say whether the category applies
 * @param inputs of each row, see {@link RowOpinion#inputs}
 * @param applies whether the category applies to each
 */
record StackTrainingSet(
    Category category, List<RowOpinion> rows, double[][] inputs, boolean[] applies) {
  /**
   * Many inputs say nearly the same. On {@code dev}, in five folds by group, a fifth of this
   * penalty and four times as much found about as many cases.
   */
  private static final double RIDGE = 5e-3;

  /**
   * Prepares a lesson.
   *
   * @param encoders how many of them have read the comments
   */
  static StackTrainingSet of(Category category, List<RowOpinion> rows, int encoders) {
    double[][] inputs = new double[rows.size()][];
    boolean[] applies = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = rows.get(i).inputs(category, encoders);
      applies[i] = rows.get(i).row().is(category);
    }
    return new StackTrainingSet(category, rows, inputs, applies);
  }

  int size() {
    return rows.size();
  }

  /**
   * Returns the lesson of some of its rows.
   *
   * @param some their indexes
   */
  StackTrainingSet only(int[] some) {
    boolean[] apply = new boolean[some.length];
    for (int i = 0; i < some.length; i++) {
      apply[i] = applies[some[i]];
    }
    return new StackTrainingSet(
        category,
        IntStream.of(some).mapToObj(rows::get).toList(),
        IntStream.of(some).mapToObj(i -> inputs[i]).toArray(double[][]::new),
        apply);
  }

  /** Returns the weight of each row as on a live page. */
  double[] liveWeights() {
    return weights(LIVE);
  }

  private double[] weights(Weights.Mixture mixture) {
    return Weights.of(rows, RowOpinion::row, category, mixture);
  }

  /**
   * Returns one coefficient per input, then the constant, with probabilities that hold on a live
   * page.
   */
  double[] fit() {
    double[] fit = LogisticFit.fitOfEqualSpread(inputs, applies, weights(LESSON), RIDGE);
    return LivePage.fit(fit, inputs, applies, liveWeights());
  }
}

package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.function.Function;

/**
 * The weight of each row when scores become probabilities. Data sets hold far more violations than
 * a school's page does; here the positive rows are weighted to {@link #SHARE} of the total. The
 * project's own rows are weighted to {@link #OWN} of the total, whatever their number: the policy
 * is about schools, and public sets only tell what is rude anywhere.
 */
final class Weights {
  /**
   * Assumed share of positive comments, the same for all categories and stated in the model card.
   */
  static final double SHARE = 0.1;

  private static final double OWN = 0.75;

  private Weights() {}

  static double[] of(List<Trainer.Example> examples, Category category) {
    return of(examples, Trainer.Example::row, category);
  }

  static <T> double[] of(List<T> items, Function<T, Corpus.Row> rowOf, Category category) {
    int[][] counts = new int[2][2];
    for (T item : items) {
      Corpus.Row row = rowOf.apply(item);
      counts[row.isOwn() ? 1 : 0][row.is(category) ? 1 : 0]++;
    }
    double[] weights = new double[items.size()];
    for (int i = 0; i < weights.length; i++) {
      Corpus.Row row = rowOf.apply(items.get(i));
      boolean yes = row.is(category);
      int among = counts[row.isOwn() ? 1 : 0][yes ? 1 : 0];
      double source = row.isOwn() ? OWN : 1 - OWN;
      weights[i] = items.size() * source * (yes ? SHARE : 1 - SHARE) / among;
    }
    return weights;
  }
}

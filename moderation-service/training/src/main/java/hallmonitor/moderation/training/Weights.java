package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.function.Function;

/**
 * How much each row counts when scores become probabilities. Data sets hold far more of every
 * category than a school's page does; weighed down, the positive rows are {@link #SHARE} of the
 * whole. The project's own rows weigh {@link #OWN} of the whole, however many there are of either:
 * the policy is about schools, and public sets say only what is rude anywhere.
 */
final class Weights {
  /** Of comments; an assumption, the same for all categories, and the model card says so. */
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

package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The weight of each row when scores become probabilities. Data sets hold far more violations than
 * a school's page does, and far fewer ordinary comments. Here the positive rows are weighted to
 * {@link #SHARE} of the total; among the others the ordinary day, hard neighbors of harm, and
 * public sets are weighted to fixed parts, whatever their number. {@link #toBaseRate} then moves a
 * fit to the share of harm on a live page.
 */
final class Weights {
  /** Share of positive comments in a fit, the same for all categories. */
  static final double SHARE = 0.1;

  /**
   * Assumed share of comments on a live page that are of a category, the same for all and stated in
   * the model card.
   */
  static final double BASE_RATE = 0.002;

  /** Part of the project's own rows among the positive ones; the rest are public. */
  private static final double OWN = 0.75;

  /** Parts of the negative rows. */
  private static final double ORDINARY = 0.5;

  private static final double HARD = 0.25;
  private static final double PUBLIC = 0.25;

  private enum Part {
    OWN_POSITIVE(SHARE * OWN),
    PUBLIC_POSITIVE(SHARE * (1 - OWN)),
    ORDINARY_NEGATIVE((1 - SHARE) * ORDINARY),
    HARD_NEGATIVE((1 - SHARE) * HARD),
    PUBLIC_NEGATIVE((1 - SHARE) * PUBLIC);

    private final double of;

    Part(double of) {
      this.of = of;
    }

    static Part of(Corpus.Row row, Category category) {
      if (row.is(category)) {
        return row.isOwn() ? OWN_POSITIVE : PUBLIC_POSITIVE;
      }
      return row.isOrdinary() ? ORDINARY_NEGATIVE : row.isOwn() ? HARD_NEGATIVE : PUBLIC_NEGATIVE;
    }
  }

  private Weights() {}

  static double[] of(List<Trainer.Example> examples, Category category) {
    return of(examples, Trainer.Example::row, category);
  }

  /** Returns weights whose sum is the number of items; a part without items is left out. */
  static <T> double[] of(List<T> items, Function<T, Corpus.Row> rowOf, Category category) {
    Map<Part, Integer> counts = new EnumMap<>(Part.class);
    items.forEach(item -> counts.merge(Part.of(rowOf.apply(item), category), 1, Integer::sum));
    double present = counts.keySet().stream().mapToDouble(part -> part.of).sum();
    double[] weights = new double[items.size()];
    for (int i = 0; i < weights.length; i++) {
      Part part = Part.of(rowOf.apply(items.get(i)), category);
      weights[i] = items.size() * part.of / present / counts.get(part);
    }
    return weights;
  }

  /** Returns the weight of a row of these weights on a live page. */
  static double onLivePage(double weight, boolean applies) {
    return weight * (applies ? BASE_RATE / SHARE : (1 - BASE_RATE) / (1 - SHARE));
  }

  /** Returns what to add to the log-odds of a fit, so that they hold at {@link #BASE_RATE}. */
  static double toBaseRate() {
    return Math.log(BASE_RATE / (1 - BASE_RATE)) - Math.log(SHARE / (1 - SHARE));
  }
}

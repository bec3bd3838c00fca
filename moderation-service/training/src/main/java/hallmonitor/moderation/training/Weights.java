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
 * public sets are weighted to the parts of a {@link Mixture}, regardless of their number. {@link
 * #toBaseRate} then moves a fit to the share of harm on a live page.
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

  /** What the negative rows stand for. */
  enum Mixture {
    /** Half of them hard, so that a fit learns the border of harm. */
    LESSON(0.5, 0.25, 0.25),
    /** As on a live page: nearly all is ordinary. */
    LIVE(0.85, 0.1, 0.05);

    private final double ordinary;
    private final double foreign;
    private final double hard;

    Mixture(double ordinary, double foreign, double hard) {
      this.ordinary = ordinary;
      this.foreign = foreign;
      this.hard = hard;
    }
  }

  private enum Part {
    OWN_POSITIVE,
    PUBLIC_POSITIVE,
    ORDINARY_NEGATIVE,
    PUBLIC_NEGATIVE,
    HARD_NEGATIVE;

    double in(Mixture mixture) {
      return switch (this) {
        case OWN_POSITIVE -> SHARE * OWN;
        case PUBLIC_POSITIVE -> SHARE * (1 - OWN);
        case ORDINARY_NEGATIVE -> (1 - SHARE) * mixture.ordinary;
        case PUBLIC_NEGATIVE -> (1 - SHARE) * mixture.foreign;
        case HARD_NEGATIVE -> (1 - SHARE) * mixture.hard;
      };
    }

    static Part of(Corpus.Row row, Category category) {
      if (row.is(category)) {
        return row.isOwn() ? OWN_POSITIVE : PUBLIC_POSITIVE;
      }
      return row.isOrdinary() ? ORDINARY_NEGATIVE : row.isOwn() ? HARD_NEGATIVE : PUBLIC_NEGATIVE;
    }
  }

  private Weights() {}

  static double[] of(List<Trainer.Example> examples, Category category, Mixture mixture) {
    return of(examples, Trainer.Example::row, category, mixture);
  }

  /** Returns weights that add up to the number of items; a part without items is left out. */
  static <T> double[] of(
      List<T> items, Function<T, Corpus.Row> rowOf, Category category, Mixture mixture) {
    Map<Part, Integer> counts = new EnumMap<>(Part.class);
    items.forEach(item -> counts.merge(Part.of(rowOf.apply(item), category), 1, Integer::sum));
    double present = counts.keySet().stream().mapToDouble(part -> part.in(mixture)).sum();
    double[] weights = new double[items.size()];
    for (int i = 0; i < weights.length; i++) {
      Part part = Part.of(rowOf.apply(items.get(i)), category);
      weights[i] = items.size() * part.in(mixture) / present / counts.getOrDefault(part, 1);
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

package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The log-odds of harm of any kind at which a comment goes on to an encoder, and what that costs.
 * One question for all categories passes on far fewer harmless comments than one question per
 * category.
 *
 * @param fit one coefficient for each of {@link RowOpinion#inputs(int)}, then the constant
 * @param from the log-odds before that encoder
 * @param lost share of the danger found by the best model that the encoder does not read
 */
record EncoderRouting(double[] fit, double from, double lost) {
  /** A finding of a rule with at least this score sends a comment on. */
  static final double RULE = 0.3;

  /**
   * Share of the harmless ordinary comments that each model reads for their log-odds, the scout
   * first. With these, they lose 2.5, 3.6 and 2.3 in 100 of the danger that the best of them finds
   * on {@code dev}; with .35, .08 and .05, which take a third less time, 5.1, 5.4 and 4.7.
   */
  static final double[] READ = {0.5, 0.12, 0.08};

  /** Probability of one category that sends a comment on: faint, but more than the base rate. */
  static final double[] ANY = {0.01, 0.05, 0.05};

  private static final Set<Category> DANGER =
      EnumSet.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  /**
   * Lowest stacked probability at which a row counts as found: faint, but worth a person's look.
   */
  private static final double FOUND = 0.05;

  /** Weight relative to other rows: routing costs most on ordinary days. */
  private static final double ORDINARY_WEIGHT = 3;

  /**
   * Weight of danger relative to other harm: what is not read again cannot be told. Without it, the
   * same shares lose up to twice as much of the danger. With 10 they lose less still, but the order
   * of spam, swearing and sexual remarks gets worse.
   */
  private static final double DANGER_WEIGHT = 3;

  private static final double RIDGE = 1e-4;

  /**
   * Fits the question to the project's own rows, and chooses the value at which it sends a comment
   * on.
   *
   * @param best probability of each row after all encoders, by category
   * @param model its index, 0 for the scout
   */
  static EncoderRouting of(List<RowOpinion> opinions, Map<Category, double[]> best, int model) {
    int[] own =
        IntStream.range(0, opinions.size()).filter(i -> opinions.get(i).row().isOwn()).toArray();
    double[] fit = fit(IntStream.of(own).mapToObj(opinions::get).toList(), model);
    double[] logOdds =
        opinions.stream().mapToDouble(o -> LogisticFit.logOdds(fit, o.inputs(model))).toArray();
    double[] ordinary =
        IntStream.of(own)
            .filter(i -> isOrdinary(opinions.get(i)))
            .mapToDouble(i -> logOdds[i])
            .sorted()
            .toArray();
    double from =
        ordinary.length == 0
            ? Double.NEGATIVE_INFINITY
            : ordinary[(int) (ordinary.length * (1 - READ[model]))];
    int[] danger = IntStream.of(own).filter(i -> isFoundDanger(opinions.get(i), best, i)).toArray();
    long lost = IntStream.of(danger).filter(i -> logOdds[i] < from).count();
    return new EncoderRouting(fit, from, (double) lost / Math.max(1, danger.length));
  }

  /** A category with few rows counts nearly as much as one with many. */
  private static double[] fit(List<RowOpinion> own, int model) {
    Map<Category, Long> rows = new EnumMap<>(Category.class);
    own.forEach(o -> o.row().labels().forEach(c -> rows.merge(c, 1L, Long::sum)));
    double mean = rows.values().stream().mapToLong(n -> n).average().orElse(1);
    double[][] inputs = own.stream().map(o -> o.inputs(model)).toArray(double[][]::new);
    boolean[] harm = new boolean[inputs.length];
    double[] weights = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      RowOpinion opinion = own.get(i);
      harm[i] = !opinion.row().labels().isEmpty();
      weights[i] =
          opinion.row().labels().stream()
              .mapToDouble(c -> Math.sqrt(mean / rows.getOrDefault(c, 1L)))
              .max()
              .orElse(isOrdinary(opinion) ? ORDINARY_WEIGHT : 1);
      if (opinion.row().labels().stream().anyMatch(DANGER::contains)) {
        weights[i] *= DANGER_WEIGHT;
      }
    }
    return LogisticFit.fitOfEqualSpread(inputs, harm, weights, RIDGE);
  }

  private static boolean isOrdinary(RowOpinion opinion) {
    return opinion.row().isOrdinary() && opinion.row().labels().isEmpty();
  }

  /** Comments that a rule sends on do not depend on the models. */
  private static boolean isFoundDanger(RowOpinion opinion, Map<Category, double[]> best, int row) {
    Predicate<Finding> sends = finding -> finding.score() >= RULE;
    return opinion.rules().stream().noneMatch(sends)
        && opinion.row().labels().stream()
            .filter(DANGER::contains)
            .map(best::get)
            .anyMatch(of -> of != null && of[row] >= FOUND);
  }
}

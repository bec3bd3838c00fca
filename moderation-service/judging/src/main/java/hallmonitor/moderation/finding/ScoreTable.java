package hallmonitor.moderation.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Linear models of several categories, and one of harm of any kind, in one table, so that one pass
 * over the features scores them all. Weights are stored as whole numbers of steps, where 32,767
 * steps are the heaviest weight of the category. Three such numbers share a long, and one addition
 * adds to three sums (SIMD within a register: L. Lamport, Multiple byte processing with full-word
 * instructions, 1975). Compared with floats side by side, the table is a third smaller and scoring
 * a third faster.
 */
public final class ScoreTable {
  /** OpenNLP outcome for a category that applies. */
  public static final String YES = "1";

  private static final int LANES = 3;
  private static final int LANE = 21;

  /** Number of longs added at once, so that the sums stay in registers. */
  private static final int TOGETHER = 4;

  private static final int HEAVIEST = (1 << 15) - 1;

  /** Number of the heaviest weights that fit into a lane with its sign. */
  private static final int BLOCK = 32;

  /**
   * Turns the raw scores of a category and of harm, and the score of the strongest rule, 0 if none
   * found the category, into a probability (Platt, 1999): 1 / (1 + exp(-(slope * raw + harmWeight *
   * harm + ruleWeight * rule + shift))).
   */
  public record Calibration(double slope, double harmWeight, double ruleWeight, double shift) {
    public double probability(double raw, double harm, double rule) {
      return 1 / (1 + Math.exp(-(slope * raw + harmWeight * harm + ruleWeight * rule + shift)));
    }
  }

  private final List<Category> categories;
  private final List<Calibration> calibrations;

  /** Longs per row of the table. */
  private final int width;

  private final long[] weights;

  /** Weight of one step, by model. */
  private final double[] steps;

  /** Weight of the padding feature, by model. Not rounded, because it counts many times. */
  private final double[] paddings;

  private ScoreTable(List<Category> categories, List<Calibration> calibrations, int models) {
    this.categories = List.copyOf(categories);
    this.calibrations = List.copyOf(calibrations);
    int longs = (models + LANES - 1) / LANES;
    this.width = (longs + TOGETHER - 1) / TOGETHER * TOGETHER;
    this.weights = new long[Features.BUCKETS * width];
    this.steps = new double[models];
    this.paddings = new double[models];
  }

  /**
   * Compiles models with bucket numbers as predicates.
   *
   * @param models in the order of the categories; one more is that of harm
   * @param calibrations in the order of the categories
   */
  public static ScoreTable of(
      List<Category> categories, List<AbstractModel> models, List<Calibration> calibrations) {
    ScoreTable table = new ScoreTable(categories, calibrations, models.size());
    for (int model = 0; model < models.size(); model++) {
      table.put(model, weights(models.get(model)));
    }
    return table;
  }

  /** Returns the weight of each bucket. */
  private static double[] weights(AbstractModel model) {
    int yes = model.getIndex(YES);
    @SuppressWarnings("unchecked")
    Map<String, Context> predicates = (Map<String, Context>) model.getDataStructures()[1];
    double[] weights = new double[Features.BUCKETS];
    predicates.forEach((name, context) -> weights[Integer.parseInt(name)] = weight(context, yes));
    return weights;
  }

  private static double weight(Context context, int yes) {
    double weight = 0;
    for (int i = 0; i < context.getOutcomes().length; i++) {
      weight +=
          context.getOutcomes()[i] == yes
              ? context.getParameters()[i]
              : -context.getParameters()[i];
    }
    return weight;
  }

  private void put(int label, double[] of) {
    double heaviest = Arrays.stream(of).map(Math::abs).max().orElse(0);
    double step = Math.max(heaviest, Double.MIN_NORMAL) / HEAVIEST;
    steps[label] = step;
    paddings[label] = of[Features.PADDING];
    for (int bucket = 0; bucket < of.length; bucket++) {
      weights[bucket * width + label / LANES] +=
          Math.round(of[bucket] / step) << (LANE * (label % LANES));
    }
  }

  public List<Category> categories() {
    return categories;
  }

  /**
   * Returns raw scores (log-odds before calibration), in the order of the categories, then that of
   * harm if the table has it.
   */
  public double[] raw(Features features) {
    long[] sums = new long[width * LANES];
    for (int first = 0; first < width; first += TOGETHER) {
      for (int from = 0; from < features.count(); from += BLOCK) {
        add(features, from, Math.min(features.count(), from + BLOCK), first, sums);
      }
    }
    double[] raw = new double[steps.length];
    for (int label = 0; label < raw.length; label++) {
      double padding = features.padding() * paddings[label];
      raw[label] = (sums[label] * steps[label] + padding) * features.value();
    }
    return raw;
  }

  private void add(Features features, int from, int to, int first, long[] sums) {
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    for (int i = from; i < to; i++) {
      int at = features.bucket(i) * width + first;
      a += weights[at];
      b += weights[at + 1];
      c += weights[at + 2];
      d += weights[at + 3];
    }
    spread(a, sums, first * LANES);
    spread(b, sums, (first + 1) * LANES);
    spread(c, sums, (first + 2) * LANES);
    spread(d, sums, (first + 3) * LANES);
  }

  private static void spread(long lanes, long[] sums, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      sums[at + lane] += lane(lanes, lane);
    }
  }

  /**
   * Returns the signed number in one lane. A negative number in the lane below has borrowed one
   * from it.
   */
  private static long lane(long lanes, int lane) {
    long above = lane == 0 ? lanes : (lanes >> (LANE * lane)) + (lanes >>> (LANE * lane - 1) & 1);
    return above << (Long.SIZE - LANE) >> (Long.SIZE - LANE);
  }

  /** Returns the probability of a category at raw scores, with the strongest rule's score. */
  public double probability(int label, double raw, double harm, double rule) {
    return calibrations.get(label).probability(raw, harm, rule);
  }

  /** Returns by how much one feature of a comment changes the log-odds of a category. */
  double logOdds(Features features, int feature, int label) {
    long lanes = weights[features.bucket(feature) * width + label / LANES];
    double weight = steps[label] * lane(lanes, label % LANES);
    return calibrations.get(label).slope() * weight * features.value();
  }
}

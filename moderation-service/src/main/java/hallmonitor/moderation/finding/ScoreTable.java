package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Linear models of several categories in one table, so that one pass over the features scores them
 * all.
 */
public final class ScoreTable {
  /** The outcome that means that the category applies. */
  public static final String YES = "1";

  private static final int TOGETHER = 4;

  /**
   * Turns a model's raw score into a probability (Platt, 1999): 1 / (1 + exp(-(slope * raw +
   * shift))).
   */
  public record Calibration(double slope, double shift) {
    public double probability(double raw) {
      return 1 / (1 + Math.exp(-(slope * raw + shift)));
    }
  }

  private final List<Category> categories;
  private final List<Calibration> calibrations;

  /** Of a row in the table: the categories, filled up to a multiple of {@link #TOGETHER}. */
  private final int width;

  private final float[] weights;

  private ScoreTable(List<Category> categories, List<Calibration> calibrations) {
    this.categories = List.copyOf(categories);
    this.calibrations = List.copyOf(calibrations);
    this.width = (categories.size() + TOGETHER - 1) / TOGETHER * TOGETHER;
    this.weights = new float[Features.BUCKETS * width];
  }

  /**
   * Compiles models whose predicates are bucket numbers; both lists are in the order of the
   * categories.
   */
  public static ScoreTable of(
      List<Category> categories, List<AbstractModel> models, List<Calibration> calibrations) {
    ScoreTable table = new ScoreTable(categories, calibrations);
    for (int label = 0; label < categories.size(); label++) {
      AbstractModel model = models.get(label);
      int yes = model.getIndex(YES);
      @SuppressWarnings("unchecked")
      Map<String, Context> predicates = (Map<String, Context>) model.getDataStructures()[1];
      int column = label;
      predicates.forEach((name, context) -> table.put(name, column, weight(context, yes)));
    }
    return table;
  }

  private static float weight(Context context, int yes) {
    double weight = 0;
    for (int i = 0; i < context.getOutcomes().length; i++) {
      weight +=
          context.getOutcomes()[i] == yes
              ? context.getParameters()[i]
              : -context.getParameters()[i];
    }
    return (float) weight;
  }

  private void put(String predicate, int label, float weight) {
    weights[Integer.parseInt(predicate) * width + label] = weight;
  }

  public List<Category> categories() {
    return categories;
  }

  /** Raw scores (log-odds before calibration), in the order of the categories. */
  public double[] raw(Features features) {
    int labels = categories.size();
    float[] sums = new float[width];
    int padding = features.padding();
    for (int label = 0; label < labels; label++) {
      sums[label] = padding * weight(Features.PADDING, label);
    }
    for (int label = 0; label < labels; label += TOGETHER) {
      add(features, sums, label);
    }
    double[] raw = new double[labels];
    for (int label = 0; label < labels; label++) {
      raw[label] = sums[label] * features.value();
    }
    return raw;
  }

  /** Adds up a few columns at a time: so many sums stay in registers all the way. */
  private void add(Features features, float[] sums, int first) {
    float a = sums[first];
    float b = sums[first + 1];
    float c = sums[first + 2];
    float d = sums[first + 3];
    for (int i = 0; i < features.count(); i++) {
      int at = features.bucket(i) * width + first;
      a += weights[at];
      b += weights[at + 1];
      c += weights[at + 2];
      d += weights[at + 3];
    }
    sums[first] = a;
    sums[first + 1] = b;
    sums[first + 2] = c;
    sums[first + 3] = d;
  }

  public double probability(int label, double raw) {
    return calibrations.get(label).probability(raw);
  }

  float weight(int bucket, int label) {
    return weights[bucket * width + label];
  }
}

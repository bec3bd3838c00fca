package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.ScoreTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A model without its lightest weights and with shorter numbers, so that it takes a fraction of the
 * space. Only the difference of the weights for "yes" and "no" is kept.
 */
final class PrunedModel {
  private static final int MOST = 60_000;

  /** Keeps this many of the 52 mantissa bits of a double: three decimal digits. */
  private static final long KEPT = -1L << (52 - 10);

  private record Weight(String predicate, double value) {}

  private PrunedModel() {}

  static AbstractModel of(AbstractModel model) {
    int yes = model.getIndex(ScoreTable.YES);
    if (yes < 0) {
      throw new IllegalArgumentException("a category needs at least one comment to learn it from");
    }
    Weight[] heaviest =
        weights(model, yes)
            .filter(w -> w.value != 0)
            .sorted(Comparator.comparingDouble(w -> -Math.abs(w.value)))
            .limit(MOST)
            .toArray(Weight[]::new);
    Arrays.sort(
        heaviest, Comparator.comparing(Weight::predicate)); // the same rows give the same bytes
    Context[] contexts = new Context[heaviest.length];
    String[] predicates = new String[heaviest.length];
    for (int i = 0; i < heaviest.length; i++) {
      predicates[i] = heaviest[i].predicate;
      contexts[i] = new Context(new int[] {yes}, new double[] {heaviest[i].value});
    }
    String[] outcomes = {model.getOutcome(0), model.getOutcome(1)};
    return new QNModel(contexts, predicates, outcomes);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Weight> weights(AbstractModel model, int yes) {
    return ((Map<String, Context>) model.getDataStructures()[1])
        .entrySet().stream()
            .map(e -> new Weight(e.getKey(), shortened(difference(e.getValue(), yes))));
  }

  private static double difference(Context context, int yes) {
    double difference = 0;
    for (int i = 0; i < context.getOutcomes().length; i++) {
      double parameter = context.getParameters()[i];
      difference += context.getOutcomes()[i] == yes ? parameter : -parameter;
    }
    return difference;
  }

  private static double shortened(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & KEPT);
  }
}

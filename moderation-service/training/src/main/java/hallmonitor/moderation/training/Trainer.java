package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ModelFile.Learned;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.ScoreTable.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;

/**
 * Trains linear models with OpenNLP's quasi-Newton trainer over real-valued features of the
 * training rows: one for each category, with its calibration on the held-out rows, and one of harm
 * of any kind. Deterministic: the same rows give the same model.
 */
final class Trainer {
  private static final int ITERATIONS = 30;
  private static final double L2 = 0.05;
  private static final int FEWEST_USES = 3;

  /** Weight of each of the project's own rows beside the far more numerous public rows. */
  private static final int OWN_WEIGHT = 3;

  /** Weight of an ordinary row in the training for harm, which is mostly asked on ordinary days. */
  private static final int ORDINARY_WEIGHT = 9;

  /** If one of these applies, it may be the only reason why a comment is toxic. */
  private static final Set<Category> OTHER_REASONS =
      EnumSet.of(Category.PROFANITY, Category.THREAT, Category.HATE, Category.SEXUAL);

  private static final String[] NAMES = new String[Features.BUCKETS];

  private Trainer() {}

  /** A comment's features, computed once for all categories. */
  record Example(Corpus.Row row, Features features, String[] names, float[] values) {
    static Example of(Corpus.Row row) {
      Features features = Features.of(row.comment().normalized().folded().text());
      String[] names = new String[features.count() + 1];
      float[] values = new float[names.length];
      for (int i = 0; i < features.count(); i++) {
        names[i] = nameOf(features.bucket(i));
      }
      Arrays.fill(values, features.value());
      names[features.count()] = nameOf(Features.PADDING);
      values[features.count()] = features.padding() * features.value();
      return new Example(row, features, names, values);
    }

    private static String nameOf(int bucket) {
      String name = NAMES[bucket];
      if (name == null) {
        name = Integer.toString(bucket);
        NAMES[bucket] = name;
      }
      return name;
    }
  }

  /**
   * Trains a category.
   *
   * @param harm the model of harm of any kind, which counts in the calibration
   * @param train rows to learn from; those without a label for the category are skipped
   * @param dev rows for calibration
   */
  static Learned learn(
      Category category, AbstractModel harm, List<Example> train, List<Example> dev)
      throws IOException {
    List<Example> teaching = teaching(category, train);
    AbstractModel model =
        fit(
            new Events(
                teaching,
                row -> row.is(category) || isUnnamedAttack(category, row),
                row -> row.isOwn() ? OWN_WEIGHT : 1));
    return new Learned(model, calibration(category, model, harm, dev));
  }

  /**
   * Trains the model of harm of any kind. A public row counts as harm if any label of its set says
   * so, and otherwise as harmless, even if its set does not know everything. This halves the number
   * of harmful rows from elsewhere that do not reach the encoders.
   */
  static AbstractModel learnHarm(List<Example> train) throws IOException {
    return fit(
        new Events(
            train,
            Trainer::isHarm,
            row ->
                row.isOrdinary() && !isHarm(row) ? ORDINARY_WEIGHT : row.isOwn() ? OWN_WEIGHT : 1));
  }

  private static boolean isHarm(Corpus.Row row) {
    return !row.labels().isEmpty() || row.toxic().orElse(false);
  }

  /** Returns how the scores of models and rules combine into a probability on a live page. */
  static Calibration calibration(
      Category category, AbstractModel model, AbstractModel harm, List<Example> dev) {
    List<Example> known = knowing(category, dev);
    ScoreTable table =
        ScoreTable.of(
            List.of(category), List.of(model, harm), List.of(new Calibration(1, 0, 0, 0)));
    RuleFindings rules = new RuleFindings();
    double[][] inputs = new double[known.size()][];
    boolean[] applies = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      Example example = known.get(i);
      double rule = Finding.strongest(rules.of(example.row.comment()), category);
      double[] raw = table.raw(example.features);
      inputs[i] = new double[] {raw[0], raw[1], rule};
      applies[i] = example.row.is(category);
    }
    double[] weights = Weights.of(known, category, Weights.Mixture.LIVE);
    double[] fit = LogisticFit.fit(inputs, applies, weights, 1e-6);
    return new Calibration(fit[0], fit[1], fit[2], fit[3] + Weights.toBaseRate());
  }

  static List<Example> knowing(Category category, List<Example> examples) {
    return examples.stream().filter(e -> e.row.knows(category)).toList();
  }

  /** Returns the rows to learn from: those with a label for the category, and unnamed attacks. */
  private static List<Example> teaching(Category category, List<Example> examples) {
    return examples.stream()
        .filter(e -> e.row.knows(category) || isUnnamedAttack(category, e.row))
        .toList();
  }

  /**
   * Sets that call a comment toxic without a reason mostly mean that it attacks someone. Good
   * enough to learn from among others, but not for calibration.
   */
  private static boolean isUnnamedAttack(Category category, Corpus.Row row) {
    return category == Category.BULLYING
        && !row.knows(category)
        && row.toxic().orElse(false)
        && OTHER_REASONS.stream().noneMatch(row::is);
  }

  private static AbstractModel fit(Events events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, FEWEST_USES);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put("DataIndexer", "OnePassRealValue");
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
    return PrunedModel.of((AbstractModel) trainer.train(events));
  }

  private static final class Events implements ObjectStream<Event> {
    private final List<Example> examples = new ArrayList<>();
    private final Predicate<Corpus.Row> applies;
    private Iterator<Example> next;

    Events(List<Example> known, Predicate<Corpus.Row> applies, ToIntFunction<Corpus.Row> weight) {
      this.applies = applies;
      for (Example example : known) {
        for (int i = 0; i < weight.applyAsInt(example.row); i++) {
          examples.add(example);
        }
      }
      this.next = examples.iterator();
    }

    @Override
    public @Nullable Event read() {
      if (!next.hasNext()) {
        return null;
      }
      Example example = next.next();
      String outcome = applies.test(example.row) ? ScoreTable.YES : "0";
      return new Event(outcome, example.names, example.values);
    }

    @Override
    public void reset() {
      next = examples.iterator();
    }

    @Override
    public void close() {}
  }
}

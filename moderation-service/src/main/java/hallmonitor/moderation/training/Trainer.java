package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.ModelFile.Learnt;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.ScoreTable.Calibration;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns one category: a linear model by OpenNLP's quasi-Newton trainer over real-valued features,
 * and its calibration on what models that did not see a group of comments say about it. Without
 * chance: the same rows give the same model.
 */
final class Trainer {
  private static final int ITERATIONS = 25;
  private static final double L2 = 0.01;
  private static final int FOLDS = 2;

  private Trainer() {}

  /** A comment's features, worked out once for all categories. */
  record Example(Corpus.Row row, Features features, String[] names, float[] values) {
    static Example of(Corpus.Row row) {
      Features features = Features.of(row.comment().normalised().folded().text());
      String[] names = new String[features.count()];
      float[] values = new float[names.length];
      for (int i = 0; i < features.count(); i++) {
        names[i] = Integer.toString(features.bucket(i));
      }
      Arrays.fill(values, features.value());
      return new Example(row, features, names, values);
    }
  }

  static Learnt learn(Category category, List<Example> examples) throws IOException {
    double[] raw = new double[examples.size()];
    boolean[] applies = new boolean[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      ScoreTable table =
          ScoreTable.of(
              List.of(category),
              List.of(fit(category, examples.stream().filter(e -> fold(e) != held).toList())),
              List.of(new Calibration(1, 0)));
      for (int i = 0; i < raw.length; i++) {
        if (fold(examples.get(i)) == held) {
          raw[i] = table.raw(examples.get(i).features)[0];
          applies[i] = examples.get(i).row.labels().contains(category);
        }
      }
    }
    return new Learnt(fit(category, examples), Platt.fit(raw, applies));
  }

  private static int fold(Example example) {
    return Math.floorMod(example.row.group().hashCode(), FOLDS);
  }

  private static AbstractModel fit(Category category, List<Example> examples) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put("DataIndexer", "OnePassRealValue");
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
    return (AbstractModel) trainer.train(new Events(category, examples));
  }

  private static final class Events implements ObjectStream<Event> {
    private final Category category;
    private final List<Example> examples;
    private Iterator<Example> next;

    Events(Category category, List<Example> examples) {
      this.category = category;
      this.examples = examples;
      this.next = examples.iterator();
    }

    @Override
    public Event read() {
      if (!next.hasNext()) {
        return null;
      }
      Example example = next.next();
      String outcome = example.row.labels().contains(category) ? ScoreTable.YES : "0";
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

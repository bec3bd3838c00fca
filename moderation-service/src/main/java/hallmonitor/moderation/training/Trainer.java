package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Features;
import hallmonitor.moderation.finding.ModelFile.Learnt;
import hallmonitor.moderation.finding.ScoreTable;
import hallmonitor.moderation.finding.ScoreTable.Calibration;
import java.io.IOException;
import java.util.ArrayList;
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
 * Learns one category: a linear model by OpenNLP's quasi-Newton trainer over real-valued features, and its calibration
 * on groups of comments that a first model did not see. Without chance: the same rows give the same model.
 */
final class Trainer {
  private static final int ITERATIONS = 60;
  private static final double L2 = 0.1;
  private static final int HELD = 4; // every fourth group is held back for calibration

  private Trainer() {}

  /** A comment's features, worked out once for all categories. */
  record Example(Corpus.Row row, Features features, String[] names, float[] values) {
    static Example of(Corpus.Row row) {
      Features features = Features.of(row.comment().normalised().folded().text());
      String[] names = new String[features.count() + 1];
      float[] values = new float[names.length];
      for (int i = 0; i < features.count(); i++) {
        names[i] = Integer.toString(features.bucket(i));
      }
      Arrays.fill(values, features.value());
      names[features.count()] = ScoreTable.ALWAYS;
      values[features.count()] = 1;
      return new Example(row, features, names, values);
    }
  }

  static Learnt learn(Category category, List<Example> examples) throws IOException {
    List<Example> seen = new ArrayList<>();
    List<Example> held = new ArrayList<>();
    for (Example example : examples) {
      boolean hold = Math.floorMod(example.row.group().hashCode(), HELD) == 0;
      (hold ? held : seen).add(example);
    }
    AbstractModel first = fit(category, seen);
    return new Learnt(fit(category, examples), calibrate(category, first, held));
  }

  private static AbstractModel fit(Category category, List<Example> examples) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(TrainingParameters.THREADS_PARAM, 1);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, L2);
    parameters.put("DataIndexer", "OnePassRealValue");
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
    return (AbstractModel) trainer.train(new Events(category, examples));
  }

  private static Calibration calibrate(Category category, AbstractModel model, List<Example> held) {
    ScoreTable table =
        ScoreTable.of(List.of(category), List.of(model), List.of(new Calibration(1, 0)));
    double[] raw = held.stream().mapToDouble(e -> table.raw(e.features)[0]).toArray();
    boolean[] applies = new boolean[raw.length];
    for (int i = 0; i < raw.length; i++) {
      applies[i] = held.get(i).row.labels().contains(category);
    }
    return Platt.fit(raw, applies);
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

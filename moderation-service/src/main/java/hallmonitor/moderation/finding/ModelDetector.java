package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The statistical model: how comments like this one were labelled. */
public final class ModelDetector implements Detector {
  public static final String NAME = "model";

  /** It learnt from a few thousand comments: however sure it is, one in ten of its surest may be wrong. */
  public static final double SUREST = 0.9;

  private static final double WORTH_SAYING = 0.3;
  private static final int MOST_SPANS = 3;

  private final ScoreTable table;

  public ModelDetector(ScoreTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> detect(Comment comment) {
    NormalisedText folded = comment.normalised().folded();
    Features features = Features.of(folded.text());
    double[] raw = table.raw(features);
    List<Finding> findings = new ArrayList<>(0);
    for (int label = 0; label < raw.length; label++) {
      double score = score(label, raw[label]);
      if (score >= WORTH_SAYING) {
        findings.add(
            new Finding(
                table.categories().get(label),
                score,
                NAME,
                heaviest(features, folded, label),
                "Comments that read like this one were mostly found to be of this kind."));
      }
    }
    return findings;
  }

  /** The probability of every category that it has learnt, from 0 to {@link #SUREST}. */
  public Map<Category, Double> scores(Comment comment) {
    double[] raw = table.raw(Features.of(comment.normalised().folded().text()));
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (int label = 0; label < raw.length; label++) {
      scores.put(table.categories().get(label), score(label, raw[label]));
    }
    return scores;
  }

  private double score(int label, double raw) {
    return Math.min(SUREST, table.probability(label, raw));
  }

  private List<Span> heaviest(Features features, NormalisedText folded, int label) {
    float[] weights = new float[features.wordCount()];
    for (int i = 0; i < features.count(); i++) {
      weights[features.wordOf(i)] += table.weight(features.bucket(i), label);
    }
    List<Span> spans = new ArrayList<>(MOST_SPANS);
    for (int n = 0; n < Math.min(MOST_SPANS, weights.length); n++) {
      int best = 0;
      for (int w = 1; w < weights.length; w++) {
        best = weights[w] > weights[best] ? w : best;
      }
      if (weights[best] > 0) {
        spans.add(
            new Span(
                folded.originalFrom(features.from(best)), folded.originalTo(features.to(best))));
        weights[best] = 0;
      }
    }
    return spans;
  }
}

package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Everything that rules and models say about a labeled comment.
 *
 * @param encoders logits of each encoder, from the fastest to the best
 */
record RowOpinion(
    Corpus.Row row, List<Finding> rules, LinearScores linear, List<float[]> encoders) {
  private static final int PROGRESS_EVERY = 1_000;

  /** Asks all of them about each row. Takes some milliseconds a row, and reports its progress. */
  static List<RowOpinion> of(EncoderStage stage, List<Corpus.Row> rows) {
    ModelDetector linear = StandardDetectors.model();
    RuleFindings rules = new RuleFindings();
    List<RowOpinion> opinions = new ArrayList<>(rows.size());
    for (Corpus.Row row : rows) {
      Comment comment = row.comment();
      opinions.add(
          new RowOpinion(
              row,
              rules.of(comment),
              linear.linear(comment),
              IntStream.range(0, stage.models().size())
                  .mapToObj(model -> stage.logits(model, comment))
                  .toList()));
      if (opinions.size() % PROGRESS_EVERY == 0) {
        System.err.printf("Second stage: %d of %d%n", opinions.size(), rows.size());
      }
    }
    return opinions;
  }

  /** Returns the score of the strongest rule of a category, 0 without one. */
  double rule(Category category) {
    return Finding.strongest(rules, category);
  }

  /**
   * Returns what all models say, and what the rules say about this category, in the order of {@link
   * #terms}, then {@code rule}.
   *
   * @param count of encoders that have read the comment
   */
  double[] inputs(Category category, int count) {
    return DoubleStream.concat(Arrays.stream(inputs(count)), DoubleStream.of(rule(category)))
        .toArray();
  }

  /**
   * Returns what all models say about all categories and about harm of any kind.
   *
   * @param count of encoders that have read the comment
   */
  double[] inputs(int count) {
    DoubleStream first =
        Train.LEARNED.stream().mapToDouble(of -> linear.raw(linear.categories().indexOf(of)));
    DoubleStream looked =
        encoders.subList(0, count).stream()
            .flatMapToDouble(
                logits -> IntStream.range(0, logits.length).mapToDouble(k -> logits[k]));
    return DoubleStream.concat(DoubleStream.concat(first, DoubleStream.of(linear.harm())), looked)
        .toArray();
  }

  /**
   * Returns the names of what models say, in the order of {@link #inputs(int)}.
   *
   * @param models names of the encoders that have read the comment
   * @param labels of each encoder's answers
   */
  static List<String> terms(List<String> models, List<String> labels) {
    List<String> terms = new ArrayList<>();
    Train.LEARNED.forEach(category -> terms.add("linear:" + category.label()));
    terms.add("linear:harm");
    models.forEach(model -> labels.forEach(label -> terms.add(model + ":" + label)));
    return terms;
  }
}

package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A second stage with its calls counted and timed. Everything else is the stage's own answer. */
record TimedSecondStage(SecondStage stage, PipelineMetrics metrics) implements SecondStage {
  private static final System.Logger LOG = System.getLogger(TimedSecondStage.class.getName());

  @Override
  public Optional<Map<Category, Double>> look(
      Comment comment, LinearScores linear, List<Finding> before) {
    long start = System.nanoTime();
    try {
      Optional<Map<Category, Double>> answer = stage.look(comment, linear, before);
      if (answer.isPresent()) {
        metrics.lookedAgain(Duration.ofNanos(System.nanoTime() - start));
      }
      return answer;
    } catch (RuntimeException | Error e) {
      metrics.secondStageFailed();
      LOG.log(
          System.Logger.Level.ERROR,
          "The second stage failed on a comment, which a person must look at.",
          e);
      throw e;
    }
  }

  @Override
  public void prepare() {
    stage.prepare();
  }

  @Override
  public boolean isWorthALook(LinearScores linear, List<Finding> before) {
    return stage.isWorthALook(linear, before);
  }

  @Override
  public double provenFrom(Category category) {
    return stage.provenFrom(category);
  }

  @Override
  public double provenBesideRuleFrom(Category category) {
    return stage.provenBesideRuleFrom(category);
  }
}

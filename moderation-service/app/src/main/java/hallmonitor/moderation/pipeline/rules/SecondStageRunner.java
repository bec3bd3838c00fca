package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.encoder.EncoderException;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs the second stage in this service, or none; counts and times its calls. */
public final class SecondStageRunner implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SecondStageRunner.class.getName());

  private final Optional<EncoderStage> stage;
  private final PipelineMetrics metrics;

  private SecondStageRunner(Optional<EncoderStage> stage, PipelineMetrics metrics) {
    this.stage = stage;
    this.metrics = metrics;
  }

  /**
   * Starts it.
   *
   * @param wanted by the configuration
   * @param run time after which a run of a model is stopped
   * @param rest time without a run after which a model leaves the memory
   * @throws ConfigurationException if this build's stage does not run here
   */
  public static SecondStageRunner start(
      boolean wanted, Duration run, Duration rest, PipelineMetrics metrics) {
    if (!wanted) {
      LOG.log(
          System.Logger.Level.INFO,
          "The second stage is off by configuration: the linear model judges alone.");
      return new SecondStageRunner(Optional.empty(), metrics);
    }
    try {
      Optional<EncoderStage> stage = EncoderStage.shipped(run, rest);
      stage.ifPresent(EncoderStage::tryOut);
      if (stage.isEmpty()) {
        LOG.log(
            System.Logger.Level.INFO, "This build has no encoder: the linear model judges alone.");
      }
      return new SecondStageRunner(stage, metrics);
    } catch (EncoderException e) {
      throw new ConfigurationException(
          e.getMessage()
              + " Set hallmonitor.judging.second-stage=false to judge without the second stage.",
          e);
    }
  }

  public ModelDetector after(ModelDetector linear) {
    return stage.map(s -> linear.followedBy(timed(s, metrics))).orElse(linear);
  }

  /** Returns the files of the active second stage, for the version that verdicts cite. */
  public List<String> files() {
    return stage.isPresent() ? EncoderStage.files() : List.of();
  }

  static SecondStage timed(SecondStage stage, PipelineMetrics metrics) {
    return new TimedSecondStage(stage, metrics);
  }

  @Override
  public void close() {
    stage.ifPresent(EncoderStage::close);
  }
}

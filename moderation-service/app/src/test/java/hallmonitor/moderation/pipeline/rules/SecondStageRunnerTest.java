package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondStageRunnerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LinearScores NOTHING =
      new LinearScores(List.of(), new double[0], new double[0]);
  private static final Comment COMMENT = Comment.of("hi", "Dana", "", Optional.empty(), "school");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PipelineMetrics metrics = new PipelineMetrics(meters);

  private SecondStage timed(SecondStage stage) {
    return SecondStageRunner.timed(stage, metrics);
  }

  @Test
  void onlyCommentsThatAreLookedAtCount() {
    timed((c, l, b) -> Optional.empty()).look(COMMENT, NOTHING, List.of());
    timed((c, l, b) -> Optional.of(Map.of(Category.HATE, 0.5))).look(COMMENT, NOTHING, List.of());

    assertThat(meters.get("hallmonitor.second.stage").timer().count()).isEqualTo(1);
  }

  @Test
  void aFailureCountsAndGoesOn() {
    SecondStage broken =
        timed(
            (c, l, b) -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> broken.look(COMMENT, NOTHING, List.of())).hasMessage("broken");
    assertThat(meters.get("hallmonitor.second.stage.failures").counter().count()).isEqualTo(1);
  }

  @Test
  void whatTheStageHasProvenMayHideWhenItIsTimed() {
    try (SecondStageRunner runner = SecondStageRunner.start(true, MINUTE, MINUTE, metrics);
        EncoderStage shipped = EncoderStage.shipped().orElseThrow()) {
      assertThat(Category.values())
          .anyMatch(category -> shipped.provenBesideRuleFrom(category) <= 1)
          .allSatisfy(
              category -> {
                SecondStage timed = timed(shipped);
                assertThat(timed.provenFrom(category)).isEqualTo(shipped.provenFrom(category));
                assertThat(timed.provenBesideRuleFrom(category))
                    .isEqualTo(shipped.provenBesideRuleFrom(category));
              });
      assertThat(runner.files()).isNotEmpty();
    }
  }

  @Test
  void offByConfigurationTheLinearModelJudgesAloneAndTheVersionSaysSo() {
    ModelDetector linear = StandardDetectors.model();

    try (SecondStageRunner off = SecondStageRunner.start(false, MINUTE, MINUTE, metrics)) {
      assertThat(off.after(linear)).isSameAs(linear);
      assertThat(off.files()).isEmpty();
    }
  }

  @Test
  void theVersionCoversTheSecondStagesFiles() {
    List<String> vocabulary = EncoderStage.files().subList(0, 1);

    assertThat(StandardDetectors.version(vocabulary))
        .isNotEqualTo(StandardDetectors.version(List.of()));
  }
}

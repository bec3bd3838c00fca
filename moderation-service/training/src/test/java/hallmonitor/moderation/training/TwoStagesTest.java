package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.SecondStage;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the shipped linear model with a test's second stage. */
class TwoStagesTest {
  private static final ModelDetector LINEAR = StandardDetectors.model();
  private static final String TEXT = "you are such a loser, everybody laughs at you";

  private static Comment comment(String text) {
    return Comment.of(text, "Dana", "", Optional.empty(), "school");
  }

  private static List<Finding> byModel(SecondStage stage) {
    return StandardDetectors.of(LocalNames.NONE, LINEAR.followedBy(stage))
        .detect(comment(TEXT))
        .stream()
        .filter(f -> f.detector().equals(ModelDetector.NAME))
        .toList();
  }

  private static Policy policy() throws IOException {
    return PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
  }

  /** What the linear model says beside the rules. */
  private static List<Finding> firstOpinion() {
    return LINEAR.detect(comment(TEXT), new RuleFindings().of(comment(TEXT)));
  }

  @Test
  void theSecondOpinionReplacesTheFirst() {
    List<Finding> findings =
        byModel(
            (comment, linear, before) ->
                Optional.of(Map.of(Category.BULLYING, 0.42, Category.THREAT, 0.97)));

    assertThat(findings).filteredOn(f -> f.category() == Category.BULLYING).hasSize(1);
    assertThat(score(findings, Category.BULLYING)).isEqualTo(0.42);
    assertThat(score(findings, Category.THREAT)).isEqualTo(ModelDetector.SUREST);
  }

  private static double score(List<Finding> findings, Category category) {
    return findings.stream()
        .filter(f -> f.category() == category)
        .findFirst()
        .orElseThrow()
        .score();
  }

  @Test
  void aSecondOpinionCanTakeAFindingBack() {
    assertThat(byModel((comment, linear, before) -> Optional.of(Map.of(Category.BULLYING, 0.01))))
        .filteredOn(f -> f.category() == Category.BULLYING)
        .as("what a rule has said is still said, and that the model does not think so")
        .allMatch(f -> f.score() == 0.01);
  }

  @Test
  void withoutASecondLookTheFirstOpinionStands() {
    assertThat(byModel((comment, linear, before) -> Optional.empty())).isEqualTo(firstOpinion());
  }

  @Test
  void theSecondStageKnowsWhatTheRulesFound() {
    List<Finding> known = new ArrayList<>();

    byModel(
        (comment, linear, before) -> {
          known.addAll(before);
          return Optional.empty();
        });

    assertThat(known).isNotEmpty().noneMatch(f -> f.detector().equals(ModelDetector.NAME));
  }

  @Test
  void aFailureKeepsTheFirstOpinionAndSendsTheCommentToAPerson() throws IOException {
    SecondStage broken =
        (comment, linear, before) -> {
          throw new IllegalStateException("broken");
        };
    Detectors detectors = StandardDetectors.of(LocalNames.NONE, LINEAR.followedBy(broken));

    List<Finding> findings = detectors.detect(comment(TEXT));

    assertThat(findings).containsAll(firstOpinion());
    assertThat(findings)
        .filteredOn(f -> f.category() == Category.DETECTOR_FAILURE)
        .extracting(Finding::detector)
        .containsExactly(SecondStage.NAME);
    List<Finding> harmless = detectors.detect(comment("see you at the concert"));
    assertThat(policy().judge(harmless, "school").outcome()).isEqualTo(PolicyOutcome.REVIEW);
  }

  @Test
  void scoresAreNotCutAndTheSecondStageIsAskedOnce() throws IOException {
    List<LinearScores> asked = new ArrayList<>();
    SecondStage stage =
        (comment, linear, before) -> {
          asked.add(linear);
          return Optional.of(Map.of(Category.SEXUAL, 0.987));
        };

    JsonNode answer =
        new TwoStageJudge(policy(), LINEAR, Optional.of(stage)).verdict(line("hello"));

    assertThat(answer.path("scores").path("sexual").asDouble()).isEqualTo(0.987);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aRealEncoderFitsIn() throws IOException {
    try (EncoderStage stage = EncoderStage.in("/encoder/tiny/").orElseThrow()) {
      TwoStageJudge judge = new TwoStageJudge(policy(), LINEAR, Optional.of(stage));

      JsonNode loser = judge.verdict(line(TEXT));
      JsonNode failed = judge.verdict(line("you are such a loser, boom"));

      assertThat(loser.path("scores").path("bullying").asDouble()).isCloseTo(0.98, within(0.02));
      assertThat(failed.path("verdict").asText()).isNotEqualTo("allow");
      assertThat(failed.path("findings").findValuesAsText("detector")).contains(SecondStage.NAME);
    }
  }

  private static JsonNode line(String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "1")
        .put("text", text)
        .put("author", "Dana");
  }
}

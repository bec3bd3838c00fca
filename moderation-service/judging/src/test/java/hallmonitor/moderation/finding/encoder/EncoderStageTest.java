package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EncoderStageTest {
  private static final EncoderStage STAGE = TinyStage.open();
  private static final EncoderStage AFTER_SCOUT = TinyStage.afterScout();

  @AfterAll
  static void close() {
    STAGE.close();
    AFTER_SCOUT.close();
  }

  private static Optional<Map<Category, Double>> look(String text, double harm) {
    return look(STAGE, text, harm);
  }

  private static Optional<Map<Category, Double>> look(
      EncoderStage stage, String text, double harm, Finding... before) {
    Comment comment = Comment.of(text, "Dana", "", Optional.of("a loser"), "school");
    LinearScores linear =
        new LinearScores(List.of(Category.THREAT), new double[] {1, harm}, new double[] {0});
    return stage.look(comment, linear, List.of(before));
  }

  @Test
  void whatIsSureIsNotLookedAt() {
    assertThat(look("the knife", 0.1)).isEmpty();
  }

  @Test
  void whatIsUnsureIsWeighedAnew() {
    double knife = look("the kn1fe", 0.5).orElseThrow().get(Category.THREAT);
    double none = look("the", 0.5).orElseThrow().get(Category.THREAT);

    assertThat(knife).isEqualTo(1 / (1 + Math.exp(-4.0)));
    assertThat(none).isEqualTo(1 / (1 + Math.exp(4.0)));
  }

  @Test
  void whatTheScoutClearsTheEncoderDoesNotSee() {
    assertThat(look(AFTER_SCOUT, "the knife", 0.1)).isEmpty();
    assertThat(look(AFTER_SCOUT, "the", 0.5).orElseThrow())
        .containsExactly(entry(Category.THREAT, 1 / (1 + Math.exp(2.0))));
  }

  @Test
  void whatTheScoutIsUnsureAboutTheEncoderDecides() {
    double knife = look(AFTER_SCOUT, "the kn1fe", 0.5).orElseThrow().get(Category.THREAT);

    assertThat(knife).isEqualTo(1 / (1 + Math.exp(-4.0)));
  }

  @Test
  void whatARuleSpeaksOfGoesPastTheScout() {
    Finding rule = new Finding(Category.THREAT, 0.95, "pattern", List.of(), "why");

    double none = look(AFTER_SCOUT, "the", 0.1, rule).orElseThrow().get(Category.THREAT);

    assertThat(none).isEqualTo(1 / (1 + Math.exp(4.0)));
  }

  @Test
  void anEqualTextIsReadOnceButWeighedWithWhatIsKnownOfIt() {
    try (EncoderStage stage = TinyStage.afterScout()) {
      double first = look(stage, "the knife", 0.5).orElseThrow().get(Category.THREAT);

      assertThat(look(stage, "the kn1fe", 0.5).orElseThrow().get(Category.THREAT)).isEqualTo(first);
      assertThat(stage.looks())
          .containsExactly(
              new EncoderStage.Looks("tiny-scout", 1, 1),
              new EncoderStage.Looks("tiny-after-scout", 1, 1));
      assertThat(look(stage, "the knife", 0.1)).as("cleared by the linear model").isEmpty();
    }
  }

  @Test
  void aStageThatKeepsNothingAnswersTheSame() {
    try (EncoderStage forgetful = TinyStage.afterScoutKeeping(0)) {
      for (String text : List.of("the knife", "the", "the knife", "a loser", "the")) {
        assertThat(look(forgetful, text, 0.5)).isEqualTo(look(AFTER_SCOUT, text, 0.5));
      }
      assertThat(forgetful.looks()).allMatch(looks -> looks.remembered() == 0);
    }
  }

  @Test
  void aTextOnWhichTheEncoderFailsIsReadAgain() {
    try (EncoderStage stage = TinyStage.open()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> look(stage, "boom", 0.5)).isInstanceOf(EncoderException.class);
      }
      assertThat(stage.looks()).containsExactly(new EncoderStage.Looks("tiny", 2, 0));
    }
  }

  @Test
  void theModelsAreInMemoryOnlyWhenTheyAreNeeded() {
    try (EncoderStage stage = TinyStage.open()) {
      assertThat(stage.isLoaded()).isFalse();
      stage.prepare();
      assertThat(stage.isLoaded()).isTrue();
    }
  }

  @Test
  void aBuildWithoutAnEncoderHasNoSecondStage() {
    assertThat(EncoderStage.in("/encoder/nowhere/")).isEmpty();
  }

  @Test
  void anEncoderWithoutItsOtherFilesIsRefused() {
    assertThatThrownBy(() -> EncoderStage.in("/encoder/alone/"))
        .hasMessageContaining("/encoder/alone/vocabulary.txt is missing");
  }
}

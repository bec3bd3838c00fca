package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRoutingTest {
  private static final String FILE = "threat 0.2 0.8 0.9\nself-harm 0.1 1 -\n";

  private static boolean isRouted(double threat, double spam, Finding... before) {
    LinearScores linear =
        new LinearScores(
            List.of(Category.THREAT, Category.SPAM),
            new double[] {0, 0},
            new double[] {threat, spam});
    return StageRouting.read("routing.txt", FILE)
        .isWorthALook(linear::probability, List.of(before));
  }

  private static Finding rule(Category category, double score) {
    return new Finding(category, score, "pattern", List.of(), "why");
  }

  @ParameterizedTest
  @CsvSource({"0.19, false", "0.2, true", "0.8, true", "0.81, false"})
  void whatTheLinearModelIsUnsureAboutIsLookedAtAgain(double threat, boolean routed) {
    assertThat(isRouted(threat, 0)).isEqualTo(routed);
  }

  @Test
  void aCategoryWithoutALineSendsNothing() {
    assertThat(isRouted(0, 0.5, rule(Category.PROFANITY, 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"threat, 0.9, true", "threat, 0.89, false", "self-harm, 1, false"})
  void aRulesFindingCanSendACommentToo(String category, double score, boolean routed) {
    assertThat(isRouted(0, 0, rule(Category.of(category).orElseThrow(), score))).isEqualTo(routed);
  }

  @ParameterizedTest
  @CsvSource({
    "threat 0.2 0.8, expected 'category from to rule'",
    "treat 0 1 -, there is no category 'treat'",
    "threat 0.5 0.4 -, the lower one first",
    "spam 0 1 -, has a line already"
  })
  void aMistakeIsNamedWithItsLine(String line, String mistake) {
    assertThatThrownBy(() -> StageRouting.read("routing.txt", "spam 0.1 1 0.5\n" + line))
        .hasMessageStartingWith("routing.txt:2: ")
        .hasMessageContaining(mistake);
  }
}

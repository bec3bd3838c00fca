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
import org.junit.jupiter.params.provider.ValueSource;

class StageRoutingTest {
  private static final String FILE =
      "linear:threat 2\nlinear:harm 1\nscout:toxic 0.5\nconstant -1\nfrom 0\nany 0.2\nrule 0.9\n";

  private static boolean isRouted(double threat, double harm, float toxic, Finding... before) {
    return routing(FILE)
        .isWorthALook(linear(threat, harm), of -> 0, new float[] {toxic}, List.of(before));
  }

  private static StageRouting routing(String file) {
    return StageRouting.read("routing.txt", file, List.of("scout:toxic"));
  }

  private static LinearScores linear(double threat, double harm) {
    return new LinearScores(
        List.of(Category.THREAT), new double[] {threat, harm}, new double[] {0});
  }

  private static Finding rule(Category category, double score) {
    return new Finding(category, score, "pattern", List.of(), "why");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0, true",
    "0.4, 0, 0, false",
    "0, 1, 0, true",
    "0, 0.9, 0, false",
    "0, 0, 2, true",
    "0.2, 0.2, 0.8, true"
  })
  void whatMayDoHarmOfWhateverKindIsLookedAtAgain(
      double threat, double harm, float toxic, boolean routed) {
    assertThat(isRouted(threat, harm, toxic)).isEqualTo(routed);
  }

  @ParameterizedTest
  @CsvSource({"threat, 0.9, true", "threat, 0.89, false", "unsigned, 1, false"})
  void aRulesFindingOfALearnedCategorySendsACommentToo(
      String category, double score, boolean routed) {
    assertThat(isRouted(0, 0, 0, rule(Category.of(category).orElseThrow(), score)))
        .isEqualTo(routed);
  }

  @Test
  void withoutALineNeitherAFindingNorAProbabilitySends() {
    assertThat(
            routing("constant -1\nfrom 0\n")
                .isWorthALook(
                    linear(0, 0), of -> 1, new float[] {0}, List.of(rule(Category.THREAT, 1))))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.2, true", "0.19, false"})
  void whatIsLikelyOfOneCategoryIsLookedAtAgain(double probability, boolean routed) {
    assertThat(
            routing(FILE).isWorthALook(linear(0, 0), of -> probability, new float[] {0}, List.of()))
        .isEqualTo(routed);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void anAnswerThatIsNoNumberIsAFailureAndClearsNothing(float logit) {
    assertThatThrownBy(() -> isRouted(0, 0, logit)).isInstanceOf(EncoderException.class);
  }

  @Test
  void whereTheLinearModelTellsNothingOfHarmNothingIsClearedByIt() {
    LinearScores without =
        new LinearScores(List.of(Category.THREAT), new double[] {0}, new double[] {0});
    assertThatThrownBy(
            () -> routing(FILE).isWorthALook(without, of -> 0, new float[] {0}, List.of()))
        .isInstanceOf(EncoderException.class)
        .hasMessageContaining("comments.zip");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "from, expected 'term weight'",
        "linear:treat 1, there is no category 'treat'",
        "english:toxic 1, 'english:toxic' is none of linear:CATEGORY",
        "constant 2, has a line already"
      })
  void aMistakeIsNamedWithItsLine(String line, String mistake) {
    assertThatThrownBy(() -> routing("constant 1\n" + line))
        .hasMessageStartingWith("routing.txt:2: ")
        .hasMessageContaining(mistake);
  }
}

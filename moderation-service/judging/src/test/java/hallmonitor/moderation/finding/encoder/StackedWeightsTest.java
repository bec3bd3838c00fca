package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.LinearScores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackedWeightsTest {
  private static final List<String> OPINIONS = List.of("encoder:armed", "encoder:mean");
  private static final LinearScores LINEAR =
      new LinearScores(
          List.of(Category.THREAT, Category.SPAM), new double[] {2, 3}, new double[] {0.6, 0.7});

  private static StackedWeights stack(String content) {
    return StackedWeights.read("stack.txt", content, OPINIONS);
  }

  @Test
  void aProbabilityIsTheLogisticOfTheWeightedSum() {
    StackedWeights stack =
        stack("threat linear:threat 0.5\nthreat encoder:mean 2 # a remark\n\nthreat constant -1\n");

    Map<Category, Double> probabilities =
        stack.probabilities(LINEAR, List.of(), new float[] {9, 0.5f});

    assertThat(probabilities.get(Category.THREAT))
        .isCloseTo(1 / (1 + Math.exp(-(0.5 * 2 + 2 * 0.5 - 1))), within(1e-12));
  }

  @Test
  void aCategoryWithoutLinesIsLeftToTheLinearModel() {
    assertThat(stack("threat constant 1\n").probabilities(LINEAR, List.of(), new float[] {0, 0}))
        .containsOnlyKeys(Category.THREAT);
  }

  @Test
  void whatTheLinearModelSaysOfOtherCategoriesCounts() {
    StackedWeights stack = stack("threat linear:threat 0.5\nthreat linear:spam -2\n");

    assertThat(stack.probabilities(LINEAR, List.of(), new float[] {0, 0}).get(Category.THREAT))
        .isCloseTo(1 / (1 + Math.exp(-(0.5 * 2 - 2 * 3))), within(1e-12));
  }

  @Test
  void theOrderOfTheLinesDoesNotMatter() {
    String lines = "threat linear:threat 0.1\nthreat encoder:armed -3.25\nspam constant 1e-9\n";
    String turned = "spam constant 1e-9\nthreat encoder:armed -3.25\nthreat linear:threat 0.1\n";

    assertThat(stack(lines).probabilities(LINEAR, List.of(), new float[] {1, 2}))
        .isEqualTo(stack(turned).probabilities(LINEAR, List.of(), new float[] {1, 2}));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "threat linear:threat, expected 'category term weight'",
        "treat linear:spam 1, there is no category 'treat'",
        "threat encoder:kind 1, 'encoder:kind' is none of linear",
        "threat linear:treat 1, there is no category 'treat'",
        "threat rules 1, 'rules' is none of",
        "threat linear:threat one, 'one' is no number",
        "threat linear:threat NaN, 'NaN' is no number",
        "spam linear:spam 2, has a line already"
      })
  void aMistakeIsNamedWithItsLine(String line, String mistake) {
    assertThatThrownBy(() -> stack("# weights\nspam linear:spam 1\n" + line + "\n"))
        .isInstanceOf(EncoderException.class)
        .hasMessageStartingWith("stack.txt:3: ")
        .hasMessageContaining(mistake);
  }

  @Test
  void anAnswerMayProveEarlierBesideARuleThanAlone() {
    StackedWeights stack =
        stack("threat proven 0.9\nthreat proven-beside-rule 0.6\nspam proven 0.8\n");

    assertThat(stack.provenFrom(Category.THREAT)).isEqualTo(0.9);
    assertThat(stack.provenBesideRuleFrom(Category.THREAT)).isEqualTo(0.6);
    assertThat(stack.provenBesideRuleFrom(Category.SPAM)).isGreaterThan(1);
  }

  @Test
  void anAnswerThatIsNoNumberIsAFailure() {
    StackedWeights stack = stack("threat encoder:mean 1\n");

    assertThatThrownBy(() -> stack.probabilities(LINEAR, List.of(), new float[] {0, Float.NaN}))
        .isInstanceOf(EncoderException.class);
  }
}

package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.RuleFile;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsignedTest {
  private static final SignatureDetector DETECTOR = new SignatureDetector(LocalNames.NONE);

  private static double score(String author, String text) {
    return DETECTOR.detect(Comment.of(text, author, "", Optional.empty(), "school")).stream()
        .filter(finding -> finding.category() == Category.UNSIGNED)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private static Stream<String> examples(String kind) {
    return RuleFile.lines("/patterns/unsigned.txt").stream()
        .map(line -> line.text().strip())
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()).strip());
  }

  static Stream<String> yes() {
    return examples("yes:");
  }

  static Stream<String> no() {
    return examples("no:");
  }

  @ParameterizedTest
  @MethodSource("yes")
  void whatTheRulesShowIsFoundPastTheCues(String text) {
    assertThat(score("lamp_post", text)).isGreaterThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @MethodSource("no")
  void whatTheyMustLeaveAloneIs(String text) {
    assertThat(score("lamp_post", text)).isLessThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rosa Lindgren", ""})
  void aNameOverItOrNoneShownIsLookedAtByNobody(String author) {
    assertThat(score(author, "I'd rather not give my name")).isLessThan(0.5);
  }

  @Test
  void aHandleThatSaysNothingOfItIsNotHidden() {
    assertThat(score("lamp_post", "Great game tonight")).isZero();
  }
}

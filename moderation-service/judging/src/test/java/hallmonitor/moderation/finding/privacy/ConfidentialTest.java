package hallmonitor.moderation.finding.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detector;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.name.NameSentences;
import hallmonitor.moderation.finding.rule.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what rules alone find about private information. */
class ConfidentialTest {
  private static final double LOOKED_AT = 0.4;
  private static final double HIDDEN = 0.92;
  private static final List<Detector> DETECTORS =
      List.of(new ShapeDetector(), new PrivateFactDetector(new Vocabulary()));

  private static double score(Comment comment) {
    return DETECTORS.stream()
        .flatMap(d -> d.detect(comment).stream())
        .filter(f -> f.category() == Category.CONFIDENTIAL)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private static double score(String text) {
    return score(Comment.of(text, "", "", Optional.empty(), "school"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void nineInTenPrivateFactsAreFound(String language) {
    List<Comment> all = NameSentences.plain("private.txt", language);
    List<String> missed =
        all.stream().filter(c -> score(c) < LOOKED_AT).map(Comment::text).toList();
    assertThat(missed).hasSizeLessThanOrEqualTo(all.size() / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void nothingPublicOwnOrUnnamedIsTakenForPrivate(String language) {
    assertThat(NameSentences.plain("not-private.txt", language))
        .filteredOn(c -> score(c) >= LOOKED_AT)
        .extracting(Comment::text)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nora Finch has diabetes | My daughter has diabetes",
        "Mr. Teller is in rehab | My uncle is in rehab",
        "Toby Wren has an IEP | Students with an IEP need time",
        "Toby Wren got suspended for two days | I got suspended for two days",
        "her password is Tulip44 | what is the password for the wifi",
        "A Toby Wren lo suspendieron por pelear | a mí me suspendieron por pelear"
      })
  void theSameFactCountsOnlyWhereSomebodyIsMadeKnown(String known, String nobody) {
    assertThat(score(known)).isGreaterThanOrEqualTo(LOOKED_AT);
    assertThat(score(nobody)).isLessThan(LOOKED_AT);
  }

  @Test
  void oneFactAloneHidesNothing() {
    assertThat(score("Nora Finch has diabetes")).isLessThan(HIDDEN);
  }

  @Test
  void somebodysHomeAddressHides() {
    assertThat(score("Mrs. Teller lives at 418 Wren Court")).isGreaterThanOrEqualTo(HIDDEN);
  }

  @Test
  void theSpansAreOfTheOriginalText() {
    String text = "¡Oye! Nora Finch tiene díabetes";
    Stream<String> marked =
        new PrivateFactDetector(new Vocabulary())
            .detect(Comment.of(text, "", "", Optional.empty(), "school")).stream()
                .flatMap(f -> f.spans().stream())
                .map(span -> span.of(text));
    assertThat(marked).containsExactly("tiene díabetes");
  }
}

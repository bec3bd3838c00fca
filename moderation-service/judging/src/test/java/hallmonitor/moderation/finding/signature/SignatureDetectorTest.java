package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.name.NameSentences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureDetectorTest {
  private static final double LOOKED_AT = 0.5;
  private static final double HIDDEN = 0.92;
  private static final SignatureDetector DETECTOR =
      new SignatureDetector(
          new LocalNames(
              List.of("Maple Valley"),
              List.of(
                  "Ngozi Okafor",
                  "Tom Lindgren",
                  "Marisol Reyes",
                  "Dale Whitaker",
                  "Samira Haddad")));

  private static double score(Comment comment, Category category) {
    return DETECTOR.detect(comment).stream()
        .filter(f -> f.category() == category)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private static double score(String author, String text, Category category) {
    return score(Comment.of(text, author, "", Optional.empty(), "school"), category);
  }

  private static double unsigned(String author, String text) {
    Comment comment = Comment.of(text, author, "", Optional.empty(), "school");
    return score(comment.where(AuthorNames.FREE), Category.UNSIGNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void nineInTenThatAreSignedByAnotherAreFound(String language) {
    List<Comment> all = NameSentences.signed("signed-by-others.txt", language);
    List<String> missed =
        all.stream()
            .filter(c -> score(c, Category.FALSE_SIGNATURE) < LOOKED_AT)
            .map(Comment::text)
            .toList();
    assertThat(missed).hasSizeLessThanOrEqualTo(all.size() / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void nothingThatItsAuthorSignedIsTakenForAnothers(String language) {
    assertThat(NameSentences.signed("signed-by-themselves.txt", language))
        .filteredOn(c -> score(c, Category.FALSE_SIGNATURE) >= LOOKED_AT)
        .extracting(Comment::text)
        .isEmpty();
  }

  @Test
  void anEmployeesNameUnderAStrangersDisplayNameHides() {
    assertThat(
            score("Kyle Brennan", "No school. Ngozi Okafor, Principal", Category.FALSE_SIGNATURE))
        .isGreaterThanOrEqualTo(HIDDEN);
  }

  @Test
  void aPlainNameUnderAHandleIsOnlyLookedAt() {
    assertThat(score("mads_05", "sorry everybody. - Jocelyn Hart", Category.FALSE_SIGNATURE))
        .isBetween(LOOKED_AT, HIDDEN);
  }

  @Test
  void withoutADisplayNameNothingIsSaid() {
    assertThat(score("", "School is closed. Principal Okafor", Category.FALSE_SIGNATURE)).isZero();
    assertThat(score("", "See you Friday", Category.UNSIGNED)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Guest | I'd rather not say who I am, my kids go here",
        "anon.2026 | I work here and I won't sign this",
        "x | signed, nobody",
        "user_99 | prefiero no dar mi nombre",
        "... | trabajo en el distrito y no voy a decir quién soy",
        "usuario_4 | Atentamente, nadie"
      })
  void whoKeepsTheNameBackIsUnsigned(String author, String text) {
    assertThat(unsigned(author, text)).isGreaterThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hal Brewer | Why are anonymous comments allowed here?",
        "Carol Jepsen | An anonymous donor paid for lunch, bless you",
        "Ann Low | I never sign petitions",
        "Rosa Vela | La caja de sugerencias es anónima"
      })
  void whoMerelyDoesNotSignIsNot(String author, String text) {
    assertThat(unsigned(author, text)).isLessThan(0.5);
  }

  @Test
  void whoSignsForAnOfficeUnderNoNameIsBothUnsignedAndFalselySigned() {
    Comment comment =
        Comment.of(
                "No school tomorrow. Sincerely, Principal Ngozi Okafor",
                "Guest",
                "",
                Optional.empty(),
                "school")
            .where(AuthorNames.FREE);
    assertThat(score(comment, Category.FALSE_SIGNATURE)).isGreaterThanOrEqualTo(HIDDEN);
    assertThat(score(comment, Category.UNSIGNED)).isGreaterThanOrEqualTo(HIDDEN);
  }

  @Test
  void anEmployeesNameBelowAnEntryOfNobodyIsNotTakenForItsAuthors() {
    Comment comment =
        Comment.of("Practice is off. - Tom Lindgren", "Guest", "", Optional.empty(), "school")
            .where(AuthorNames.FREE);
    assertThat(score(comment, Category.FALSE_SIGNATURE)).isGreaterThanOrEqualTo(LOOKED_AT);
  }
}

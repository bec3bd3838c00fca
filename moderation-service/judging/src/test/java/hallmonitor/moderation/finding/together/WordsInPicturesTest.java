package hallmonitor.moderation.finding.together;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pictures add to a comment. */
class WordsInPicturesTest {
  /** The shipped rules and the linear model, without a second stage. */
  private static final Detectors FIRST_STAGE = StandardDetectors.of(LocalNames.NONE);

  private static List<Finding> added(String text, String inPicture) {
    Comment comment = Comment.of(text, "Sam Ortiz", "", Optional.empty(), "school");
    WordsInPictures words = WordsInPictures.of(comment, inPicture);
    return WordsInPictures.added(
        FIRST_STAGE.detect(comment),
        FIRST_STAGE.detect(words.pictured()),
        words.whole().map(FIRST_STAGE::detect).orElse(List.of()));
  }

  private static Finding found(Category category, double score) {
    return new Finding(category, score, "test", List.of(new Span(0, 3)), "It says so.");
  }

  @Test
  void aThreatInCapitalsOnTwoLinesIsAThreat() {
    assertThat(added("", "I WILL BRING A GUN\nTO SCHOOL TOMORROW"))
        .anySatisfy(
            finding -> {
              assertThat(finding.category()).isEqualTo(Category.THREAT);
              assertThat(finding.score()).isGreaterThan(0.9);
              assertThat(finding.detector()).isEqualTo(WordsInPictures.NAME);
              assertThat(finding.spans()).as("they would mark the comment's words").isEmpty();
              assertThat(finding.why())
                  .startsWith("These words stand in a picture of the comment. ");
            });
  }

  @Test
  void aPictureMayEndTheSentenceOfItsComment() {
    assertThat(added("I am going to kill", "Mr. Hale"))
        .as("neither part says it")
        .anyMatch(finding -> finding.category() == Category.THREAT && finding.score() > 0.9);
  }

  @Test
  void whatTheCommentSaysItselfIsNotSaidAgain() {
    Finding own = found(Category.THREAT, 0.98);

    assertThat(
            WordsInPictures.added(List.of(own), List.of(found(Category.THREAT, 0.9)), List.of(own)))
        .isEmpty();
  }

  @Test
  void aFlyersNamesAndNumbersAreOrdinary() {
    assertThat(
            WordsInPictures.added(
                List.of(),
                List.of(
                    found(Category.CONFIDENTIAL, 1),
                    found(Category.SPAM, 1),
                    found(Category.UNSIGNED, 1),
                    found(Category.FALSE_SIGNATURE, 1)),
                List.of()))
        .isEmpty();
  }

  @Test
  void aDetectorThatFailedOnThemSendsTheCommentToAPerson() {
    Finding failure = Detectors.failure("model", new IllegalStateException());

    assertThat(WordsInPictures.added(List.of(), List.of(failure), List.of(failure)))
        .containsExactly(failure);
    assertThat(WordsInPictures.added(List.of(failure), List.of(failure), List.of())).isEmpty();
  }
}

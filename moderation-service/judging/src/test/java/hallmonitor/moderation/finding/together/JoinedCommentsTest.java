package hallmonitor.moderation.finding.together;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedCommentsTest {
  /** The shipped rules and the linear model, without a second stage. */
  private static final Detectors FIRST_STAGE = StandardDetectors.of(LocalNames.NONE);

  /** The shipped rules and both stages. */
  private static final Detectors SHIPPED =
      StandardDetectors.of(
          LocalNames.NONE,
          StandardDetectors.model().followedBy(EncoderStage.shipped().orElseThrow()));

  private static Comment saying(String text) {
    return Comment.of(text, "Sam Ortiz", "", Optional.empty(), "school");
  }

  private static List<Finding> together(String... pieces) {
    return together(FIRST_STAGE, pieces);
  }

  private static List<Finding> together(Detectors detectors, String... pieces) {
    List<String> before = new ArrayList<>(List.of(pieces));
    Comment present = saying(before.remove(before.size() - 1));
    return JoinedComments.of(present, before, List.of())
        .map(
            j ->
                j.onlyTogether(
                    present,
                    detectors.detect(present),
                    detectors.detect(j.others()),
                    detectors.detect(j.whole())))
        .orElse(List.of());
  }

  private static List<Category> categories(List<Finding> findings) {
    return findings.stream().map(Finding::category).toList();
  }

  @Test
  void aThreatInThreeCommentsIsAThreat() {
    List<Finding> found = together("I am going to", "bring a gun", "to school tomorrow");
    assertThat(categories(found)).isSubsetOf(Category.THREAT, Category.THREAT_REPORT);
    Finding threat =
        found.stream().filter(f -> f.category() == Category.THREAT).findFirst().orElseThrow();
    assertThat(threat.detector()).isEqualTo("read together");
    assertThat(threat.why())
        .startsWith("It is found only together with the comments its author wrote beside it.");
    assertThat(threat.score()).isEqualTo(JoinedComments.SUREST);
  }

  @Test
  void theSpansLieInThePresentComment() {
    String present = "  to school tomorrow ";
    List<Finding> found = together("I am going to", "bring a gun", present);
    Finding threat =
        found.stream().filter(f -> f.category() == Category.THREAT).findFirst().orElseThrow();
    assertThat(threat.spans())
        .allSatisfy(s -> assertThat("to school tomorrow").contains(s.of(present)))
        .isNotEmpty();
  }

  @Test
  void aSpanishThreatInPiecesIsAThreat() {
    assertThat(categories(together("Voy a llevar", "una pistola", "a la escuela mañana")))
        .isSubsetOf(Category.THREAT, Category.THREAT_REPORT);
    assertThat(categories(together("Voy a llevar", "una pistola"))).contains(Category.THREAT);
  }

  @Test
  void aWordLetterByLetterIsThatWord() {
    assertThat(categories(together("f", "u", "c", "k"))).doesNotContain(Category.HATE);
    assertThat(categories(together("s", "h", "i", "t"))).contains(Category.PROFANITY);
    assertThat(categories(together("fa", "gg"))).contains(Category.HATE);
  }

  @Test
  void noSecondAlarmForTheSameWords() {
    assertThat(together("I am going to bring a gun to school", "tomorrow")).isEmpty();
    assertThat(together("s", "h", "i", "t", "on a shingle"))
        .noneMatch(f -> f.category() == Category.PROFANITY);
  }

  @Test
  void ordinaryCommentsInSequenceAreNoThreat() {
    for (List<String> pair :
        List.of(
            List.of("I will kill", "it at the game tonight"),
            List.of("I will shoot", "hoops at school tomorrow"),
            List.of("Gun show at the fairgrounds Sunday", "See you at school tomorrow"),
            List.of("We will destroy", "Eastview on Friday"),
            List.of("Great game", "So proud of these kids"),
            List.of("She killed it", "the whole school loved her"),
            List.of("Vamos a matar", "el examen de mañana"),
            List.of("Qué bomba de partido", "nos vemos en la escuela"))) {
      assertThat(together(SHIPPED, pair.toArray(String[]::new))).as("%s", pair).isEmpty();
    }
  }

  @Test
  void onlyShortCommentsArePieces() {
    assertThat(JoinedComments.isPiece("bring a gun")).isTrue();
    assertThat(JoinedComments.isPiece(" ")).isFalse();
    assertThat(JoinedComments.isPiece("a b c d e f g h i j k")).isFalse();
    assertThat(JoinedComments.isPiece("x".repeat(61))).isFalse();
  }

  @Test
  void aLongerCommentBetweenThemEndsIt() {
    String longer = "Here is what I think of the new schedule, and it is rather a lot";
    JoinedComments joined =
        JoinedComments.of(saying("c"), List.of("a", longer, "b"), List.of()).orElseThrow();
    assertThat(joined.whole().text()).isEqualTo("bc");
    assertThat(JoinedComments.of(saying("c"), List.of("a", longer), List.of())).isEmpty();
  }

  @Test
  void wholeSentencesAreNotJoined() {
    assertThat(
            JoinedComments.of(
                saying("See you at school tomorrow"), List.of("It was fun, thanks"), List.of()))
        .isEmpty();
    assertThat(
            JoinedComments.of(
                saying("To school tomorrow"), List.of("He may bring a gun."), List.of()))
        .isPresent();
    assertThat(
            JoinedComments.of(
                saying("Bring my dads gun there"), List.of("I am going to"), List.of()))
        .isPresent();
  }

  @Test
  void onlySoManyAreRead() {
    List<String> many = Collections.nCopies(500, "of");
    JoinedComments joined = JoinedComments.of(saying("now"), many, many).orElseThrow();
    assertThat(joined.pieces()).isEqualTo(JoinedComments.MOST_PIECES + 1);
  }

  @Test
  void anEditStandsWhereItWasWritten() {
    JoinedComments joined =
        JoinedComments.of(
                saying("bring a gun"), List.of("I am going to"), List.of("to school tomorrow"))
            .orElseThrow();
    assertThat(joined.whole().text()).isEqualTo("I am going to bring a gun to school tomorrow");
    assertThat(joined.others().text()).isEqualTo("I am going to to school tomorrow");
    assertThat(joined.whole().text().substring(joined.from(), joined.to()))
        .isEqualTo("bring a gun");
  }

  @Test
  void aDetectorThatFailsOnTheWholeIsFoundOnce() {
    Comment present = saying("b");
    JoinedComments joined = JoinedComments.of(present, List.of("a"), List.of()).orElseThrow();
    Finding failure = Detectors.failure("broken", new IllegalStateException());
    assertThat(joined.onlyTogether(present, List.of(), List.of(failure), List.of(failure)))
        .containsExactly(failure);
    assertThat(joined.onlyTogether(present, List.of(failure), List.of(), List.of(failure)))
        .isEmpty();
  }
}

package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The marks are those that a person would make, no matter what the model weighed. */
class MarkedPhrasesTest {
  @Test
  void wordsSideBySideAreOnePhrase() {
    assertThat(marks("You are a disgusting pathetic loser", "disgusting", "pathetic", "loser"))
        .containsExactly("disgusting pathetic loser");
  }

  @Test
  void aPhraseReachesOverTheSmallWordsWithinIt() {
    assertThat(marks("He will bring a gun to the gym", "bring", "gun", "gym"))
        .containsExactly("bring a gun to the gym");
    assertThat(marks("Va a llevar una pistola a la escuela", "llevar", "pistola", "escuela"))
        .containsExactly("llevar una pistola a la escuela");
  }

  @Test
  void aMarkNeitherBeginsNorEndsWithASmallWord() {
    assertThat(marks("I and the gun of a man", "I", "and", "the", "gun", "of", "a"))
        .containsExactly("gun");
    assertThat(marks("Y yo con la pistola de él", "Y", "yo", "con", "la", "pistola", "de", "él"))
        .containsExactly("pistola");
  }

  @Test
  void aSmallWordIsNeverMarkedAlone() {
    assertThat(marks("I am at a game and you are not", "I", "a", "and", "you")).isEmpty();
    assertThat(marks("Y a mí qué me dices de eso", "Y", "a", "mí", "qué", "me", "de")).isEmpty();
    assertThat(marks("I'm sure you're not", "I'm", "you're")).isEmpty();
  }

  @Test
  void aWordThatSaysLittleNeedsAnother() {
    assertThat(marks("Nobody knows what people want", "Nobody", "knows", "people")).isEmpty();
    assertThat(marks("Nobody wants such people, filthy people", "filthy", "people"))
        .containsExactly("filthy people");
    assertThat(marks("Nadie sabe nada de esa gente", "Nadie", "sabe", "nada", "gente")).isEmpty();
    assertThat(marks("Esa gente sucia", "gente", "sucia")).containsExactly("gente sucia");
  }

  @Test
  void aPhraseEndsWhereASentenceDoes() {
    assertThat(marks("I have a rifle. Tonight, goodbye", "rifle", "goodbye"))
        .containsExactly("rifle", "goodbye");
    assertThat(marks("Tengo un rifle, pistola no", "rifle", "pistola"))
        .containsExactly("rifle", "pistola");
  }

  @Test
  void aWordThatHardlyWeighedIsNotMarked() {
    assertThat(marks("A rifle for the play", Map.of("rifle", 0.2))).isEmpty();
    assertThat(marks("A rifle and a lovely hat", Map.of("rifle", 2.0, "hat", 0.3)))
        .as("beside one that weighed far more")
        .containsExactly("rifle");
  }

  @Test
  void theHeaviestThreeAreMarkedInTheOrderOfTheText() {
    assertThat(
            marks(
                "Bomb, then poison, then rifle, then acid",
                Map.of("Bomb", 0.5, "poison", 0.9, "rifle", 0.8, "acid", 0.7)))
        .containsExactly("poison", "rifle", "acid");
  }

  @Test
  void disguisedWordsAreMarkedAsTheyAreWritten() {
    assertThat(marks("you are tr@sh and a l0ser", Map.of("loser", 1.0, "trash", 1.0)))
        .containsExactly("tr@sh and a l0ser");
  }

  private static List<String> marks(String text, String... heavy) {
    Map<String, Double> weights = new java.util.HashMap<>();
    Arrays.stream(heavy).forEach(word -> weights.put(word, 1.0));
    return marks(text, weights);
  }

  private static List<String> marks(String text, Map<String, Double> heavy) {
    Comment comment = Comment.of(text, "Sam", "", Optional.empty(), "school");
    Features features = Features.of(comment.normalized().folded().text());
    double[] weights = new double[features.wordCount()];
    heavy.forEach(
        (word, weight) -> {
          String folded =
              Comment.of(word, "", "", Optional.empty(), "school").normalized().folded().text();
          for (int i = 0; i < weights.length; i++) {
            weights[i] = features.word(i).equals(folded) ? weight : weights[i];
          }
        });
    return MarkedPhrases.of(comment, features, weights).stream()
        .map(span -> span.of(text))
        .toList();
  }
}

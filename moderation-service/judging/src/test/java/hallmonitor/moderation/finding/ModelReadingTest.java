package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the model says of a whole comment can be said in the reader's language. */
class ModelReadingTest {
  private static final Map<String, String> SPANISH =
      Map.of(
          "As a whole it reads like comments that {1}.",
          "En conjunto se lee como los que {1}.",
          "As a whole it does not read like comments that {1}.",
          "En conjunto no se lee así: {1}.",
          "threaten somebody",
          "amenazan a alguien",
          "So a person decides.",
          "Por eso decide una persona.",
          "Within {1} minutes {2} people have attacked the same person, each perhaps mildly; this"
              + " comment makes it a pile-on.",
          "En {1} minutos, {2} personas atacaron a la misma.",
          "Attacks a person.",
          "Ataca a una persona.",
          "It is listed as {1}.",
          "Está en la lista como {1}.");

  @Test
  void withoutAMarkTheSentenceSpeaksOfTheWhole() {
    assertThat(ModelReading.of(Category.THREAT, false))
        .isEqualTo("As a whole it reads like comments that threaten somebody.");
    assertThat(ModelReading.of(Category.THREAT, true))
        .isEqualTo(
            "As a whole it reads like comments that threaten somebody; the marked words weighed"
                + " most.");
  }

  @Test
  void itIsTranslatedInParts() {
    assertThat(spanish(ModelReading.of(Category.THREAT, false)))
        .isEqualTo("En conjunto se lee como los que amenazan a alguien.");
  }

  @Test
  void soIsTheDoubtBehindARule() {
    String doubted =
        ModelReading.doubting("Speaks of a shooting.", ModelReading.unlike(Category.THREAT));
    assertThat(spanish(doubted))
        .isEqualTo(
            "Speaks of a shooting. En conjunto no se lee así: amenazan a alguien. Por eso decide"
                + " una persona.");
  }

  @Test
  void theReasonOfAPileOnIsTranslatedWithItsNumbers() {
    String reason = PileOnReason.of(Duration.ofMinutes(60), 5, true);

    assertThat(spanish(reason + " So a person decides."))
        .isEqualTo("En 60 minutos, 5 personas atacaron a la misma. Por eso decide una persona.");
    assertThat(spanish(PileOnReason.of(Duration.ofMinutes(60), 6, false)))
        .as("another form, which has no translation here")
        .contains("6 people", "adds to that pile-on");
  }

  @Test
  void theReasonOfAKnownPictureIsTranslatedAndItsNameIsNot() {
    assertThat(spanish(KnownPictureReason.of("listed/3 (locker note)")))
        .endsWith(" Está en la lista como listed/3 (locker note).");
    assertThat(spanish(KnownPictureReason.of("listed/4 (Attacks a person. Also {1})")))
        .contains("Attacks a person. Also {1}");
  }

  @Test
  void whatNobodyTranslatedStaysAsItIs() {
    assertThat(spanish("Threatens {1} with As a whole nothing. So a person decides."))
        .isEqualTo("Threatens {1} with As a whole nothing. Por eso decide una persona.");
  }

  @Test
  void aRulesOwnSentenceIsTranslatedBesideOthers() {
    assertThat(spanish("Attacks a person. And {2} more? So a person decides."))
        .isEqualTo("Ataca a una persona. And {2} more? Por eso decide una persona.");
  }

  private static String spanish(String why) {
    Sentence sentence =
        ModelReading.why(new Finding(Category.THREAT, 0.5, ModelDetector.NAME, List.of(), why));
    assertThat(sentence.toString()).as("the record stays English").isEqualTo(why);
    return sentence.in(words -> SPANISH.getOrDefault(words, words), codes -> codes);
  }
}

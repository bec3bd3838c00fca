package hallmonitor.moderation.console.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Tests that only Spanish sentences are translated, and that nothing else is touched. */
class SpanishPartsTest {
  private static final SpanishGloss GLOSS = SpanishGloss.shipped();

  private static SpanishParts parts(String text) {
    return SpanishParts.of(text, GLOSS);
  }

  @Test
  void onlySpanishSentencesGoOutAndComeBackInTheirPlaces() {
    SpanishParts parts =
        parts("The bus was late again.  Mi hijo no puede ir a la escuela.\nThank you all!");

    assertThat(parts.spanish()).isEqualTo("Mi hijo no puede ir a la escuela.");
    assertThat(parts.with("My son cannot go to school."))
        .isEqualTo("The bus was late again.  My son cannot go to school.\nThank you all!");
  }

  @Test
  void severalSentencesKeepTheirOrder() {
    SpanishParts parts = parts("Te voy a matar. ¿Dónde está mi hijo?\n\n");

    assertThat(parts.spanish()).isEqualTo("Te voy a matar.\n\n¿Dónde está mi hijo?");
    assertThat(parts.with("One.\n\nTwo?")).isEqualTo("One. Two?\n\n");
    assertThatThrownBy(() -> parts.with("One. Two?")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void englishHasNothingToTranslate() {
    assertThat(parts("No, come to me once more. Go Mavericks!").isEmpty()).isTrue();
    assertThat(parts("").isEmpty()).isTrue();
  }

  @Property
  void whatIsNotTranslatedStaysLetterByLetter(@ForAll String text) {
    SpanishParts parts = parts(text);
    if (parts.isEmpty()) {
      assertThat(parts.with("")).isEqualTo(text);
    }
  }

  @Test
  void aWordWithoutTranslationIsSaidByTheWordList() {
    assertThat(UnknownWords.said("The *pendejo and *Okafor", "El pendejo y Okafor", GLOSS))
        .doesNotContain("*")
        .contains("Okafor")
        .doesNotContain("pendejo");
    assertThat(UnknownWords.said("hello *hola*", "hello *hola*", GLOSS)).isEqualTo("hello *hola*");
    assertThat(List.of(UnknownWords.said("*x$1\\", "x$1\\", GLOSS))).containsExactly("x$1\\");
  }
}

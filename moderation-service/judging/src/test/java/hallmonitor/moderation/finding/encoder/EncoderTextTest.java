package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderTextTest {
  private static Comment comment(String text, String parent) {
    return Comment.of(text, "Dana", "", Optional.ofNullable(parent), "school");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You are a L0S3R | you are a loser",
        "call 555-0147 at 3:30pm! | call 555-0147 at 3:30pm!",
        "k n i f e | knife",
        "bring a 🔪 | bring a knife",
        "a gun #79384823423423 now 5550147 | a gun #793848 now 555014",
        "dont s*ck | dont s*ck",
        "Ms. Muñoz | ms. muñoz"
      })
  void disguisesAreUndoneAndNumbersStay(String text, String read) {
    assertThat(EncoderText.of(comment(text, null)).text()).isEqualTo(read);
  }

  @Test
  void anEmojiIsReadByItsNameAndOnceHoweverOftenItIsSaid() {
    assertThat(EncoderText.of(comment("ha 😂😂 😂😂 ha", null)).text().split(" +"))
        .containsExactly("ha", "face", "with", "tears", "of", "joy", "ha");
  }

  @Test
  void theParentAndThePostAreReadTheSameWay() {
    EncoderText text =
        EncoderText.of(
            Comment.of(
                "same", "Dana", "Bring the G.U.N S", Optional.of("He has the G.U.N"), "school"));

    assertThat(text).isEqualTo(new EncoderText("same", "he has the gun", "bring the guns"));
  }

  @Test
  void spanishIsReadAsItIsWritten() {
    assertThat(EncoderText.of(comment("Te voy a matar", "gana")))
        .isEqualTo(new EncoderText("te voy a matar", "gana", ""));
  }

  @Test
  void forAModelThatKnowsOnlyEnglishSpanishIsGlossed() {
    Comment comment =
        Comment.of("te voy a matar", "Dana", "Hay clases", Optional.of("gana"), "school");

    EncoderText text = EncoderText.inEnglish(comment);

    assertThat(text.text()).contains("kill");
    assertThat(text.parent()).isNotEqualTo("gana");
    assertThat(text.post()).isNotEmpty().isNotEqualTo("hay clases");
  }

  @Property
  void takesAnyText(@ForAll String text, @ForAll String parent) {
    assertThat(EncoderText.of(comment(text, parent)).text()).isNotNull();
  }
}

package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.wording.Sentence;
import org.junit.jupiter.api.Test;

class ReaderTest {
  @Test
  void whatSomebodyChoseGoesBeforeWhatTheirBrowserAsksFor() {
    assertThat(Reader.of("en", "es")).isEqualTo("en");
    assertThat(Reader.of("es", "en")).isEqualTo("es");
    assertThat(Reader.of("xx", "es-MX,es;q=0.9,en;q=0.8")).isEqualTo("es");
  }

  @Test
  void theLanguageThatABrowserLikesBestIsTakenAndElseEnglish() {
    assertThat(Reader.of(null, "en-US,en;q=0.9,es;q=0.8")).isEqualTo("en");
    assertThat(Reader.of(null, "fr,es-US;q=0.5")).isEqualTo("es");
    assertThat(Reader.of(null, "fr")).isEqualTo("en");
    assertThat(Reader.of(null, null)).isEqualTo("en");
    assertThat(Reader.of(null, "no;language=;;;")).isEqualTo("en");
  }

  @Test
  void whereNobodyAskedItIsEnglish() {
    Sentence within = Sentence.of("nobody");
    assertThat(Reader.says(Sentence.of("{1} was not changed. {2}", "{2} $1", within)))
        .isEqualTo("{2} $1 was not changed. nobody");
  }
}

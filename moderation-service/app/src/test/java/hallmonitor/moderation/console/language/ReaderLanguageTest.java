package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.wording.Sentence;
import org.junit.jupiter.api.Test;

class ReaderLanguageTest {
  @Test
  void whatSomebodyChoseGoesBeforeWhatTheirBrowserAsksFor() {
    assertThat(ReaderLanguage.of("en", "es")).isEqualTo("en");
    assertThat(ReaderLanguage.of("es", "en")).isEqualTo("es");
    assertThat(ReaderLanguage.of("xx", "es-MX,es;q=0.9,en;q=0.8")).isEqualTo("es");
  }

  @Test
  void theLanguageThatABrowserLikesBestIsTakenAndElseEnglish() {
    assertThat(ReaderLanguage.of(null, "en-US,en;q=0.9,es;q=0.8")).isEqualTo("en");
    assertThat(ReaderLanguage.of(null, "fr,es-US;q=0.5")).isEqualTo("es");
    assertThat(ReaderLanguage.of(null, "fr")).isEqualTo("en");
    assertThat(ReaderLanguage.of(null, null)).isEqualTo("en");
    assertThat(ReaderLanguage.of(null, "no;language=;;;")).isEqualTo("en");
  }

  @Test
  void whereNobodyAskedItIsEnglish() {
    Sentence within = Sentence.of("nobody");
    assertThat(ReaderLanguage.says(Sentence.of("{1} was not changed. {2}", "{2} $1", within)))
        .isEqualTo("{2} $1 was not changed. nobody");
  }
}

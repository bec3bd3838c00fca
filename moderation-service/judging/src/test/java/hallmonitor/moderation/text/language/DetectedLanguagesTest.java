package hallmonitor.moderation.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectedLanguagesTest {
  private static final DetectedLanguages LANGUAGES = new DetectedLanguages();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "go team",
        "I will kill you",
        "This board is a disgrace and every one of them should resign",
        "we love abuela Rosa and her tamales so much",
        "thanks Mr. Hernandez!!",
        "omg that was so good 😂😂"
      })
  void englishIsEnglishHoweverShort(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ya no quiero ir",
        "gracias a todos",
        "La junta es una vergüenza, que renuncien",
        "te voy a matar wey",
        "Mi hija dice que un compañero trae una navaja en la mochila"
      })
  void spanishIsSpanishHoweverShort(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Language.SPANISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mi hijo loves his teacher, muchas gracias por todo",
        "mi hija is so happy con su maestra",
        "The office is closed today. La oficina está cerrada hoy."
      })
  void bothTogetherAreMixed(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Language.MIXED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour, je voudrais savoir quand commence la réunion des parents",
        "Xin chào các bạn, tôi rất vui được gặp cô giáo hôm nay",
        "Привет, когда начинается собрание для родителей?",
        "Obrigado a todos os professores pela festa de ontem",
        "Mwen renmen lekòl sa a anpil, mèsi pou tout pwofesè yo",
        "家长会什么时候开始？我想知道时间和地点，谢谢老师们的帮助。"
      })
  void whatIsNeitherIsAnother(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Language.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "😀😀😀", "!!!", "1234 5678", "Ngozi Okafor", "xkcd", "@jay_07"})
  void whatIsTooShortToTellIsNotGuessed(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Language.UNKNOWN);
  }

  @Test
  void aLoneSurrogateAndAHugeTextAreNoTrouble() {
    assertThat(LANGUAGES.of("\uD83D")).isEqualTo(Language.UNKNOWN);
    assertThat(LANGUAGES.of("i will be there ".repeat(10_000))).isEqualTo(Language.ENGLISH);
  }

  @Test
  void aDetectorThatLeftTheMemoryComesBack() {
    String french = "Bonjour, la réunion des parents commence quand ?";
    Language before = LANGUAGES.of(french);
    LANGUAGES.forget();
    assertThat(LANGUAGES.of(french)).isEqualTo(before).isEqualTo(Language.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "en+es", "other", ""})
  void codesAreReadBack(String code) {
    assertThat(Language.of(code).code()).isEqualTo(code);
  }
}

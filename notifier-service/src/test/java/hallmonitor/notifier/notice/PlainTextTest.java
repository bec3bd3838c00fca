package hallmonitor.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void lineBreaksCannotStartAnotherHeader() {
    assertThat(PlainText.line("Hello\r\nBcc: all@x.example\u0000\u0085\u2028end", 100))
        .isEqualTo("Hello Bcc: all@x.example end");
  }

  @Test
  void bidirectionalAndZeroWidthCharactersAreLeftOut() {
    assertThat(PlainText.line("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf", 100)).isEqualTo("abcdef");
  }

  @Test
  void emojiAndAccentsStay() {
    assertThat(PlainText.line("Año 🎉 nuevo", 100)).isEqualTo("Año 🎉 nuevo");
  }

  @Test
  void brokenSurrogatesAreLeftOut() {
    assertThat(PlainText.line("a\uD83Cb", 100)).isEqualTo("ab");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(PlainText.line("🎉".repeat(10), 4)).isEqualTo("🎉🎉🎉…");
  }

  @Test
  void paragraphsKeepTheirLines() {
    assertThat(PlainText.paragraphs("one\ntwo\r\n\u202Ethree", 100)).isEqualTo("one\ntwo \nthree");
  }
}

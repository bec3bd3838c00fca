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

  @Test
  void foldedHeadersAndEncodedWordsStartNoHeaderEither() {
    assertThat(PlainText.line("x\r\n\tBcc: a@x\u000B\u000C\u2029y", 100)).isEqualTo("x Bcc: a@x y");
    assertThat(PlainText.line("=?UTF-8?Q?x=0D=0ABcc:_a=40x?=", 100))
        .isEqualTo("=?UTF-8?Q?x=0D=0ABcc:_a=40x?=");
  }

  @Test
  void allMarksOfDirectionAreLeftOut() {
    String marks = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    assertThat(PlainText.line("a" + marks + "b", 100)).isEqualTo("ab");
    assertThat(PlainText.paragraphs("a" + marks + "b", 100)).isEqualTo("ab");
  }

  @Test
  void rightToLeftScriptsStayAsTheyAreWritten() {
    assertThat(PlainText.line("مدرسة שלום", 100)).isEqualTo("مدرسة שלום");
  }

  @Test
  void aFamilyOfEmojiFallsIntoItsMembersAndStaysReadable() {
    assertThat(PlainText.line("👩\u200D👧 ok", 100)).isEqualTo("👩👧 ok");
  }

  @Test
  void aVeryLongNameIsCutAndNothingElseIsRead() {
    assertThat(PlainText.line("n".repeat(100_000), 80)).hasSize(80).endsWith("…");
  }
}

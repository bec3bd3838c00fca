package hallmonitor.local.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentHtmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a < b > c & d",
        "&amp; &lt;",
        "<script>x</script>",
        "&#60;",
        "I <3 u",
        "ñ 😀"
      })
  void typedTextComesBackAsItWasTyped(String typed) {
    assertThat(CommentHtml.plain(CommentHtml.fromPlain(typed))).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<div>y</div> <!-- z -->w|y w",
        "<i>x</i>|<i>x</i>",
        "AT&T &copy; &#38;|AT&amp;T &copy; &#38;",
        "I <3 you|I &lt;3 you",
        "<a href=\"https://example.org/x\" onclick=\"e()\">l</a>|<a href=\"https://example.org/x\" rel=\"nofollow ugc\">l</a>",
        "<a href=\"javascript:e()\">l</a>|<a>l</a>",
        "<img src=x onerror=e()>|''"
      })
  void apiHtmlIsCleanedAsOnARealSite(String html, String stored) {
    assertThat(CommentHtml.sanitise(html)).isEqualTo(stored.equals("''") ? "" : stored);
  }

  @Test
  void theRenderedTextHasParagraphs() {
    assertThat(CommentHtml.rendered("one\ntwo\n\nthree"))
        .isEqualTo("<p>one<br />\ntwo</p>\n<p>three</p>\n");
  }

  @Test
  void impossibleEntitiesAndOddTextAreNoTrouble() {
    assertThat(CommentHtml.plain("&#9999999; &#xFFFFFF; &#x1F600;")).isEqualTo("\ufffd \ufffd 😀");
    assertThatCode(() -> CommentHtml.plain("<<<>>>&&&;;&#;")).doesNotThrowAnyException();
  }

  @Test
  void hostileLengthIsHandledInTime() {
    for (String part : new String[] {"<", "<a ", "<!--", "&", "&#", "\n", "<a href='"}) {
      String text = part.repeat(60_000 / part.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(2),
          () -> {
            CommentHtml.plain(CommentHtml.sanitise(text));
            CommentHtml.rendered(text);
          },
          part);
    }
  }
}

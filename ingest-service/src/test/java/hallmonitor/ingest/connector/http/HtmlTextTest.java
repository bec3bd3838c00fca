package hallmonitor.ingest.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void tagsGoAndLeaveTheirText() {
    assertThat(HtmlText.of("you are a f<b>oo</b>l")).isEqualTo("you are a fool");
    assertThat(HtmlText.of("one<br />two\n\n  three")).isEqualTo("one\ntwo\n\n  three");
  }

  @Test
  void entitiesBecomeTheirCharactersOnce() {
    assertThat(HtmlText.of("A &amp; B &lt;3 &#128298; &amp;lt;")).isEqualTo("A & B <3 🔪 &lt;");
  }

  @Test
  void plainTextStaysAsItIsToTheLastSpace() {
    assertThat(HtmlText.of("  5 > 4 \u202E\u200B\t ")).isEqualTo("  5 > 4 \u202E\u200B\t ");
  }

  @Test
  void mediaAreListedInTheirOrderAndPlainLinksAreNot() {
    assertThat(
            HtmlText.media(
                "see <a href=\"https://a.example/x?y=1&amp;z\">this</a> <img src='b.png?q=1&amp;z'><video src=c.mp4></video>"))
        .containsExactly("b.png?q=1&z", "c.mp4");
    assertThat(HtmlText.media("no links & no tags")).isEmpty();
  }
}

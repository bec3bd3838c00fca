package hallmonitor.ingest.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTextTest {
  @Test
  void tagsGoAndLeaveTheirText() {
    assertThat(CommentText.of("you are a f<b>oo</b>l")).isEqualTo("you are a fool");
    assertThat(CommentText.of("one<br />two\n\n  three")).isEqualTo("one\ntwo\n\n  three");
  }

  @Test
  void entitiesBecomeTheirCharactersOnce() {
    assertThat(CommentText.of("A &amp; B &lt;3 &#128298; &amp;lt;")).isEqualTo("A & B <3 🔪 &lt;");
  }

  @Test
  void plainTextStaysAsItIsToTheLastSpace() {
    assertThat(CommentText.of("  5 > 4 \u202E\u200B\t ")).isEqualTo("  5 > 4 \u202E\u200B\t ");
  }

  @Test
  void mediaAreListedInTheirOrderAndPlainLinksAreNot() {
    assertThat(
            CommentText.media(
                "see <a href=\"https://a.example/x?y=1&amp;z\">this</a> <img src='b.png?q=1&amp;z'><video src=c.mp4></video>"))
        .containsExactly("b.png?q=1&z", "c.mp4");
    assertThat(CommentText.media("no links & no tags")).isEmpty();
  }
}

package hallmonitor.moderation.console.comments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedLinkTest {
  private static PastedLink pasted(String text) {
    return PastedLink.of(text).orElseThrow();
  }

  @Test
  void schemeWwwAndTheLastSlashMakeNoDifference() {
    assertThat(pasted("http://www.school.example/2026/10/news#comment-12").links())
        .contains(
            "https://school.example/2026/10/news/#comment-12",
            "http://www.school.example/2026/10/news#comment-12",
            "https://school.example/2026/10/news/");
  }

  @Test
  void whatOnlyTracksTheReaderIsLeftOut() {
    assertThat(
            pasted("https://www.facebook.com/school/posts/7?comment_id=9&__cft__[0]=AZ&fbclid=x")
                .links())
        .contains("https://www.facebook.com/school/posts/7?comment_id=9");
  }

  @Test
  void theIdIsWhereThePlatformPutsIt() {
    assertThat(pasted("https://school.example/?p=1#comment-12").ids()).containsExactly("12");
    assertThat(pasted("https://www.youtube.com/watch?v=abc&lc=UgyX_1").ids())
        .containsExactly("UgyX_1");
    assertThat(pasted("https://x.com/school/status/1790000000000000001/").ids())
        .containsExactly("1790000000000000001");
    assertThat(pasted("https://www.facebook.com/p/7?comment_id=9&reply_comment_id=11").ids())
        .containsExactlyInAnyOrder("9", "11");
  }

  @Test
  void anIdMayBePastedByItself() {
    assertThat(pasted(" at://did:plc:abc/app.bsky.feed.post/3k ").ids())
        .containsExactly("at://did:plc:abc/app.bsky.feed.post/3k");
    assertThat(pasted("%zz").ids()).containsExactly("%zz");
  }

  @Test
  void nothingAndTooMuchIsNoLink() {
    assertThat(PastedLink.of(" \0 ")).isEmpty();
    assertThat(PastedLink.of("x".repeat(PastedLink.LONGEST + 1))).isEmpty();
  }
}

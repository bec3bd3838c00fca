package hallmonitor.ingest.connector.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Which pictures and videos a post of a forum shows. */
class PostTextTest {
  private static final URI SITE = URI.create("https://forum.example/");

  @Test
  void aVideoIsFoundWhereTheForumPutsAPlaceForItToo() {
    String cooked =
        """
        <p>See</p><p><img src="/uploads/a.png"></p>
        <div class="video-placeholder-container" data-video-src="/uploads/b.mp4" data-thumbnail-src="/uploads/b.png"></div>
        <video controls><source src="https://cdn.example/c.webm"></video>
        """;

    assertThat(PostText.of(cooked, SITE).pictures())
        .containsExactly(
            "https://forum.example/uploads/a.png",
            "https://forum.example/uploads/b.mp4",
            "https://cdn.example/c.webm");
  }
}

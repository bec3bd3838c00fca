package hallmonitor.ingest.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Which pictures and videos a post shows. */
class PostViewTest {
  @Test
  void ofAVideoThereIsTheListOfItsPartsAndThePreview() throws Exception {
    String post =
        """
        {"uri": "at://did:plc:a/app.bsky.feed.post/1", "embed": {"$type": "app.bsky.embed.video#view", "cid": "b",
          "playlist": "https://video.example/playlist.m3u8", "thumbnail": "https://video.example/thumbnail.jpg"}}
        """;

    assertThat(new PostView(new ObjectMapper().readTree(post), post).attachments())
        .containsExactly(
            "https://video.example/playlist.m3u8", "https://video.example/thumbnail.jpg");
  }
}

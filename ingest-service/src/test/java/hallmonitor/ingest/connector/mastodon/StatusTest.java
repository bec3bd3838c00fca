package hallmonitor.ingest.connector.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Which pictures and videos a status shows. */
class StatusTest {
  @Test
  void videosAndMovingPicturesAreTheirFiles() throws Exception {
    String status =
        """
        {"media_attachments": [
          {"type": "video", "url": "https://files.example/a.mp4", "preview_url": "https://files.example/a.png"},
          {"type": "gifv", "url": null, "remote_url": "https://elsewhere.example/b.mp4"}]}
        """;

    assertThat(new Status(new ObjectMapper().readTree(status), status).attachments())
        .containsExactly("https://files.example/a.mp4", "https://elsewhere.example/b.mp4");
  }
}

package hallmonitor.ingest.connector.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.http.RawJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which addresses stand for what is attached to a comment. */
class FacebookCommentTest {
  private static List<String> attachments(String attachment) throws Exception {
    String comment =
        "{\"id\":\"1_2\",\"message\":\"See\",\"created_time\":\"2026-03-02T10:00:00+0000\","
            + "\"attachment\":"
            + attachment
            + "}";
    Post post = new Post("1", "", "", Optional.empty());
    return FacebookComment.of(RawJson.in(comment.getBytes(UTF_8)).get(0), post)
        .seen()
        .attachments();
  }

  @Test
  void aPictureIsItsFile() throws Exception {
    assertThat(
            attachments(
                "{\"type\":\"photo\",\"url\":\"https://fb.example/photo\",\"media\":{\"image\":"
                    + "{\"src\":\"https://cdn.example/a.jpg\"}}}"))
        .containsExactly("https://cdn.example/a.jpg");
  }

  @Test
  void aVideoIsItsFile() throws Exception {
    assertThat(
            attachments(
                "{\"type\":\"video_inline\",\"url\":\"https://fb.example/video\",\"media\":{\"image\":"
                    + "{\"src\":\"https://cdn.example/a.jpg\"},\"source\":\"https://cdn.example/a.mp4\"}}"))
        .containsExactly("https://cdn.example/a.mp4");
  }

  @Test
  void ofAVideoWithoutAFileThePreviewIsReadAndThePageSaysThatThereIsOne() throws Exception {
    assertThat(
            attachments(
                "{\"type\":\"video_inline\",\"url\":\"https://fb.example/video\",\"media\":{\"image\":"
                    + "{\"src\":\"https://cdn.example/a.jpg\"}}}"))
        .containsExactly("https://cdn.example/a.jpg", "https://fb.example/video");
  }

  @Test
  void thePreviewOfALinkIsNoAttachment() throws Exception {
    assertThat(attachments("{\"type\":\"share\",\"url\":\"https://fb.example/l.php\"}")).isEmpty();
  }
}

package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which address stands for a picture or a video of a post. */
class XMediaTest {
  private static final String POST = "https://x.com/i/web/status/17";

  private static List<String> addresses(String... media) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (String one : media) {
      all.add(new ObjectMapper().readTree(one));
    }
    return XMedia.addresses(all, POST);
  }

  @Test
  void aPictureIsItsFile() throws Exception {
    assertThat(addresses("{\"type\":\"photo\",\"url\":\"https://pbs.example/a.jpg\"}"))
        .containsExactly("https://pbs.example/a.jpg");
  }

  @Test
  void aVideoIsTheSmallestFileThatCanBeRead() throws Exception {
    String video =
        """
        {"type": "video", "preview_image_url": "https://pbs.example/preview.jpg", "variants": [
          {"content_type": "application/x-mpegURL", "url": "https://video.example/list.m3u8"},
          {"content_type": "video/mp4", "bit_rate": 2176000, "url": "https://video.example/large.mp4"},
          {"content_type": "video/mp4", "bit_rate": 832000, "url": "https://video.example/middle.mp4"},
          {"content_type": "video/mp4", "bit_rate": 256000, "url": "https://video.example/small.mp4"}]}
        """;

    assertThat(addresses(video)).containsExactly("https://video.example/middle.mp4");
  }

  @Test
  void aMovingPictureHasOneFile() throws Exception {
    String gif =
        """
        {"type": "animated_gif", "preview_image_url": "https://pbs.example/preview.jpg", "variants": [
          {"content_type": "video/mp4", "bit_rate": 0, "url": "https://video.example/gif.mp4"}]}
        """;

    assertThat(addresses(gif)).containsExactly("https://video.example/gif.mp4");
  }

  @Test
  void ofAVideoWithoutAFileThePreviewIsReadAndThePageSaysThatThereIsOne() throws Exception {
    String video = "{\"type\":\"video\",\"preview_image_url\":\"https://pbs.example/preview.jpg\"}";

    assertThat(addresses(video))
        .containsExactly("https://pbs.example/preview.jpg", POST + "/video/1");
  }

  @Test
  void pagesOfVideosTakeThePlaceOfNoPicture() throws Exception {
    assertThat(
            addresses(
                "{\"type\":\"video\",\"preview_image_url\":\"https://pbs.example/one.jpg\"}",
                "{\"type\":\"photo\",\"url\":\"https://pbs.example/photo.jpg\"}",
                "{\"type\":\"video\",\"preview_image_url\":\"https://pbs.example/two.jpg\"}"))
        .containsExactly(
            "https://pbs.example/one.jpg",
            "https://pbs.example/photo.jpg",
            "https://pbs.example/two.jpg",
            POST + "/video/1",
            POST + "/video/3");
  }

  @Test
  void whatTheAnswerDoesNotDescribeHasNoAddress() throws Exception {
    assertThat(addresses("null")).isEmpty();
    assertThat(addresses("{\"type\":\"photo\"}")).isEmpty();
  }
}

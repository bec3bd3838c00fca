package hallmonitor.messaging.picture.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a video, by its first bytes. */
class VideoTypeTest {
  private static byte[] bytes(String start) {
    return start.getBytes(ISO_8859_1);
  }

  @Test
  void twoContainersAreVideos() {
    assertThat(VideoType.of(bytes("\0\0\0\u0020ftypisom\0\0"))).hasValue(VideoType.MP4);
    assertThat(VideoType.of(bytes("\0\0\0\u0014ftypqt  \0\0"))).hasValue(VideoType.MP4);
    assertThat(VideoType.of(bytes("\u001a\u0045\u00df\u00a3\u0001\0\0\0\0\0\0\u001f")))
        .hasValue(VideoType.MATROSKA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff\u00d8\u00ff\u00feftypisom\0\0",
        "#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd",
        "ffconcat version 1.0\nfile /etc/passwd",
        "<?xml version='1.0'?><MPD></MPD>",
        "\0\0\0\u001cftypavif\0\0\0\0",
        "\0\0\0\u001cftypheic\0\0\0\0",
        "RIFF\0\0\0\0AVI LIST",
        "RIFF\0\0\0\0WEBPVP8 ",
        "GIF89a\0\0\0\0\0\0",
        "OggS\0\u0002\0\0\0\0\0\0",
        "FLV\u0001\u0005\0\0\0\u0009\0\0\0",
        "G@\0\u0010\0\0\0\0\0\0\0\0",
        "\0\0\0\u0008ftyp",
        ""
      })
  void nothingElseIs(String start) {
    assertThat(VideoType.of(bytes(start))).isEmpty();
  }
}

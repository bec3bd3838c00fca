package hallmonitor.messaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

/**
 * No decoder of WebP comes into this process, not even by a library that brings one along: 60 bytes
 * can make one take gigabytes.
 */
class WebpTest {
  /** One pixel, lossless; any decoder reads it. */
  private static final byte[] VALID =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

  @Test
  void itIsNotDecoded() {
    assertThat(SafePicture.read(VALID, ImageReader::getFormatName)).isEmpty();
  }
}

package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureVeilTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void aVeilHasTheColorsAndNothingElse(String format) throws IOException {
    PictureVeil veil = PictureVeil.of(PictureHost.picture(format, 1200, 800));

    assertThat(veil.width()).isEqualTo(1200);
    assertThat(veil.height()).isEqualTo(800);
    assertThat(veil.uri()).hasSizeLessThan(600);
    BufferedImage small = image(veil);
    assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(12);
    assertThat(small.getRGB(6, 1) >> 16 & 0xFF).isGreaterThan(200);
    assertThat(small.getRGB(6, 6) & 0xFF).isGreaterThan(200);
  }

  @Test
  void aVeryNarrowPictureHasAVeilToo() throws IOException {
    assertThat(image(PictureVeil.of(PictureHost.picture("png", 3000, 1))).getHeight()).isEqualTo(1);
  }

  @Test
  void aFileThatClaimsToBeHugeIsNotRead() {
    byte[] huge = PictureHost.picture("png", 10, 10);
    // Width and height of the header (PNG specification, 11.2.1).
    ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);

    assertThat(PictureVeil.of(huge)).isEqualTo(PictureVeil.PLAIN);
  }

  @Test
  void whatIsTornOrUnknownHasAPlainVeil() {
    byte[] torn = java.util.Arrays.copyOf(PictureHost.picture("png", 100, 100), 40);

    assertThat(PictureVeil.of(torn)).isEqualTo(PictureVeil.PLAIN);
    assertThat(PictureVeil.of("RIFF....WEBPVP8 ".getBytes())).isEqualTo(PictureVeil.PLAIN);
    assertThat(PictureVeil.of(new byte[0])).isEqualTo(PictureVeil.PLAIN);
  }

  private static BufferedImage image(PictureVeil veil) throws IOException {
    String data = veil.uri().substring(veil.uri().indexOf(',') + 1);
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
  }
}

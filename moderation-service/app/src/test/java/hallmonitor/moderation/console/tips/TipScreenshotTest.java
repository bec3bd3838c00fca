package hallmonitor.moderation.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.pictures.PictureHost;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What becomes of a picture that is handed in. */
class TipScreenshotTest {
  /** Exif data that say: turn it to the right (orientation 6). */
  private static final byte[] HELD_UPRIGHT = {
    (byte) 0xFF,
    (byte) 0xE1,
    0,
    30,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    6,
    0,
    0
  };

  @Test
  void aPhotoOfAPhoneIsMadeSmallerAndTurned() throws IOException {
    byte[] stored = PictureHost.picture("jpg", 4_800, 1_200);
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.write(stored, 0, 2);
    photo.write(HELD_UPRIGHT);
    photo.write(stored, 2, stored.length - 2);

    BufferedImage drawn =
        ImageIO.read(
            new ByteArrayInputStream(
                TipScreenshot.read(photo.toByteArray()).orElseThrow().content()));

    assertThat(drawn.getWidth()).isEqualTo(600);
    assertThat(drawn.getHeight()).isEqualTo(2_400);
    assertThat(drawn.getRGB(590, 1_200) >> 16 & 0xFF).as("red, which was above").isGreaterThan(200);
    assertThat(drawn.getRGB(10, 1_200) & 0xFF).as("blue, which was below").isGreaterThan(200);
  }
}

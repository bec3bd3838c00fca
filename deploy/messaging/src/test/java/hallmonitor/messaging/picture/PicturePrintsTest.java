package hallmonitor.messaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Tests what is made of pictures that anyone may have drawn, to trick or to crash. */
class PicturePrintsTest {
  private static byte[] picture(String format, Color ground, Color figure) throws IOException {
    BufferedImage drawn = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setColor(ground);
    drawing.fillRect(0, 0, 300, 200);
    drawing.setColor(figure);
    drawing.fillOval(40, 30, 120, 140);
    drawing.fillRect(180, 50, 90, 30);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(drawn, format, out);
    return out.toByteArray();
  }

  @Test
  void aPictureHasPrintsOfItselfAndItsParts() throws IOException {
    assertThat(PicturePrints.of(picture("png", Color.WHITE, Color.BLUE)))
        .hasSizeBetween(2, 6)
        .allMatch(print -> print.matches("[0-9a-f]{1,64}"));
    assertThat(PicturePrints.of(picture("gif", Color.WHITE, Color.BLUE))).isNotEmpty();
  }

  @Test
  void aPlainSurfaceIsLikeNothing() throws IOException {
    assertThat(PicturePrints.of(picture("png", Color.GRAY, Color.GRAY))).isEmpty();
    assertThat(PicturePrints.of(picture("jpeg", Color.WHITE, new Color(0xFAFAFA)))).isEmpty();
  }

  @Test
  void aSmallFileThatClaimsManyPixelsIsNotDecoded() throws IOException {
    byte[] bomb = picture("png", Color.WHITE, Color.BLUE);
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

    assertThat(PicturePrints.of(bomb)).isEmpty();
  }

  @Test
  void aJpegWithScansWithoutEndIsNotDecoded() throws IOException {
    byte[] jpeg = picture("jpeg", Color.WHITE, Color.BLUE);
    assertThat(PicturePrints.of(jpeg)).isNotEmpty();
    byte[] scans = Arrays.copyOf(jpeg, jpeg.length + 20_000);
    for (int i = jpeg.length; i < scans.length; i += 2) {
      scans[i] = (byte) 0xFF;
      scans[i + 1] = (byte) 0xDA;
    }

    assertThat(PicturePrints.of(scans)).isEmpty();
  }

  @Test
  void whatIsBrokenOrNoPictureIsLikeNothing() throws IOException {
    Random random = new Random(7);
    byte[] whole = picture("png", Color.WHITE, Color.BLUE);
    for (int length = 0; length < whole.length; length += 37) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThat(PicturePrints.of(torn)).isEmpty();
    }
    for (int i = 0; i < 200; i++) {
      byte[] changed = whole.clone();
      changed[8 + random.nextInt(changed.length - 8)] ^= (byte) (1 + random.nextInt(255));
      assertThat(PicturePrints.of(changed)).hasSizeBetween(0, 6);
    }
    assertThat(PicturePrints.of("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void aPictureOfOnePixelIsPlain() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", out);

    assertThat(PicturePrints.of(out.toByteArray())).isEmpty();
  }
}

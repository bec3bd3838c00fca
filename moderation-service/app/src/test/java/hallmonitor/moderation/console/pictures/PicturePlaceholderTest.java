package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePlaceholderTest {
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void aVeilHasTheColorsAndNothingElse(String format) throws IOException {
    PicturePlaceholder veil = PicturePlaceholder.of(PictureHost.picture(format, 1200, 800));

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
    assertThat(image(PicturePlaceholder.of(PictureHost.picture("png", 3000, 1))).getHeight())
        .isEqualTo(1);
  }

  @Test
  void aSmallFileThatClaimsToBeHugeIsNotRead() {
    byte[] huge = PictureHost.picture("jpg", 10, 10);
    // Height and width of the frame (ITU T.81, B.2.2). Missing parts of the file are read as gray.
    int frame = last(huge, 0xC0);
    ByteBuffer.wrap(huge).putShort(frame + 5, (short) 6_000).putShort(frame + 7, (short) 6_000);

    assertThat(PicturePlaceholder.of(huge)).isEqualTo(PicturePlaceholder.PLAIN);
  }

  @Test
  void aPictureThatGoesOverItsPixelsAgainAndAgainIsNotRead() throws IOException {
    byte[] picture = progressive(3_000, 2_000);
    assertThat(PicturePlaceholder.of(picture).width()).isEqualTo(3_000);

    assertThat(PicturePlaceholder.of(withItsLastScanAgain(picture, 50)))
        .isEqualTo(PicturePlaceholder.PLAIN);
  }

  @Test
  void whatIsTornOrUnknownHasAPlainVeil() {
    byte[] torn = Arrays.copyOf(PictureHost.picture("png", 100, 100), 40);

    assertThat(PicturePlaceholder.of(torn)).isEqualTo(PicturePlaceholder.PLAIN);
    assertThat(PicturePlaceholder.of("RIFF....WEBPVP8 ".getBytes()))
        .isEqualTo(PicturePlaceholder.PLAIN);
    assertThat(PicturePlaceholder.of(new byte[0])).isEqualTo(PicturePlaceholder.PLAIN);
  }

  private static byte[] progressive(int width, int height) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam progressive = writer.getDefaultWriteParam();
    progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(picture, null, null), progressive);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static byte[] withItsLastScanAgain(byte[] jpeg, int times) {
    int end = jpeg.length - 2;
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.write(jpeg, 0, end);
    int scan = last(jpeg, 0xDA);
    for (int i = 0; i < times; i++) {
      longer.write(jpeg, scan, end - scan);
    }
    longer.write(jpeg, end, 2);
    return longer.toByteArray();
  }

  /** Returns where a JPEG's last marker of a kind is. */
  private static int last(byte[] jpeg, int marker) {
    int at = jpeg.length - 2;
    while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
      at--;
    }
    return at;
  }

  private static BufferedImage image(PicturePlaceholder veil) throws IOException {
    String data = veil.uri().substring(veil.uri().indexOf(',') + 1);
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
  }
}

package hallmonitor.messaging.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture that a phone stored sideways is turned, whatever else its file says. */
class OrientationTest {
  /**
   * Four pixels, red on the left above, and how a camera that was held so would have stored them.
   */
  private static BufferedImage stored(int redX, int redY) {
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(redX, redY, Color.RED.getRGB());
    return picture;
  }

  @ParameterizedTest
  @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
  void theCornerIsWhereThePersonSawIt(int value, int redX, int redY) {
    BufferedImage upright = new Orientation(value).upright(stored(redX, redY));

    assertThat(upright.getRGB(0, 0)).isEqualTo(Color.RED.getRGB());
  }

  @Test
  void widthAndHeightChangePlaces() {
    BufferedImage wide = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);

    assertThat(new Orientation(6).upright(wide).getWidth()).isEqualTo(20);
    assertThat(new Orientation(3).upright(wide).getWidth()).isEqualTo(30);
  }

  /** Puts Exif data in front of a JPEG's other segments. */
  static byte[] held(byte[] jpeg, int orientation, boolean littleEndian) throws IOException {
    byte[] tiff = {
      'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0
    };
    byte[] other = {
      'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.length)});
    out.write(new byte[] {'E', 'x', 'i', 'f', 0, 0});
    out.write(littleEndian ? other : tiff);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void theFileSaysHowItWasHeld() throws IOException {
    byte[] jpeg = PhotoLike.number(1).jpeg(0.8f);

    assertThat(Orientation.of(jpeg).value()).isEqualTo(1);
    assertThat(Orientation.of(held(jpeg, 6, false)).value()).isEqualTo(6);
    assertThat(Orientation.of(held(jpeg, 8, true)).value()).isEqualTo(8);
    assertThat(Orientation.of(PhotoLike.number(1).png()).value()).isEqualTo(1);
  }

  @Test
  void dataThatMakeNoSenseTurnNothing() throws IOException {
    byte[] jpeg = PhotoLike.number(1).jpeg(0.8f);
    byte[] wrong = held(jpeg, 77, false);
    byte[] outside = held(jpeg, 6, false);
    ByteBuffer.wrap(outside).putInt(16, Integer.MAX_VALUE);
    byte[] before = held(jpeg, 6, false);
    ByteBuffer.wrap(before).putInt(16, -5);

    assertThat(Orientation.of(wrong).value()).isEqualTo(1);
    assertThat(Orientation.of(outside).value()).isEqualTo(1);
    assertThat(Orientation.of(before).value()).isEqualTo(1);
    for (int length = 0; length < 60; length++) {
      assertThat(Orientation.of(java.util.Arrays.copyOf(held(jpeg, 6, true), length)).value())
          .isIn(1, 6);
    }
  }

  @Test
  void aListedPictureIsFoundWhenAPhoneStoredItSideways() throws IOException {
    PhotoLike photo = PhotoLike.number(4);
    PictureHashes listed = PictureHashes.listed(photo.png()).orElseThrow();
    // Turned to the left, and marked to be turned to the right.
    BufferedImage left = new Orientation(8).upright(photo.pixels());

    PictureHashes posted =
        PictureHashes.listed(held(new PhotoLike(left).jpeg(0.9f), 6, false)).orElseThrow();

    assertThat(posted.whole().distance(listed.whole())).isLessThan(20);
  }
}

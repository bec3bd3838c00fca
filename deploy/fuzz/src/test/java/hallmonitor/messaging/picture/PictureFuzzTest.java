package hallmonitor.messaging.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that strangers chose. */
class PictureFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of("png", "jpg", "gif", "bmp").map(PictureFuzzTest::small);
  }

  private static Arguments small(String format) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
      return Arguments.of((Object) bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void aPictureIsDecodedOrThereIsNone(byte[] input) throws Exception {
    Stranger.meets(() -> PicturePrints.of(input));
  }
}

package hallmonitor.moderation.console.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.picture.Orientation;
import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.archive.CommentPictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A picture that goes out has nothing but what its readers see, without what is covered. */
class RedrawnPictureTest {
  private static final LegalGround GROUND = new LegalGround("x", "Law 1", "", "Why", "Por qué");
  private static final PictureArea MIDDLE = new PictureArea(250, 300, 500, 600);
  private static final int BLACK = Color.BLACK.getRGB();

  private static BufferedImage pixels(RedrawnPicture drawn) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(drawn.content()));
  }

  /** The kinds of the segments of a JPEG up to its pixels, or of the chunks of a PNG. */
  private static List<String> parts(RedrawnPicture drawn) {
    ByteBuffer file = ByteBuffer.wrap(drawn.content());
    boolean png = drawn.extension().equals("png");
    List<String> kinds = new ArrayList<>();
    int at = png ? 8 : 2;
    while (at < file.capacity() && !kinds.contains("DA")) {
      if (png) {
        kinds.add(new String(drawn.content(), at + 4, 4, ISO_8859_1));
        at += 12 + file.getInt(at);
      } else {
        kinds.add("%02X".formatted(file.get(at + 1)));
        at += 2 + (file.getShort(at + 2) & 0xFFFF);
      }
    }
    return kinds;
  }

  @Test
  void aPhotographLosesItsPlaceItsTitleItsSmallCopyAndWhatIsBehindItsEnd() throws IOException {
    byte[] small = PictureHost.picture("jpeg", 16, 12);
    byte[] file = new CameraPhoto(PictureHost.picture("jpeg", 60, 40), small, 6).file();
    assertThat(Orientation.of(file).value()).as("the test's Exif is read").isEqualTo(6);
    assertThat(new String(file, ISO_8859_1))
        .contains(CameraPhoto.TITLE, CameraPhoto.BEHIND, new String(small, ISO_8859_1));

    RedrawnPicture whole = RedrawnPicture.of(file, List.of()).orElseThrow();
    RedrawnPicture covered = RedrawnPicture.of(file, List.of(MIDDLE)).orElseThrow();

    assertThat(whole.extension()).isEqualTo("jpg");
    assertThat(parts(whole)).isSubsetOf("E0", "DB", "C0", "C4", "DA");
    // A JFIF header can hold a small copy, too: its width and height are the last two bytes.
    assertThat(Arrays.copyOfRange(whole.content(), 4, 6)).containsExactly(0, 16);
    assertThat(Arrays.copyOfRange(whole.content(), 18, 20)).containsExactly(0, 0);
    assertThat(covered.extension()).isEqualTo("png");
    assertThat(parts(covered)).containsOnly("IHDR", "IDAT", "IEND");
    for (RedrawnPicture drawn : List.of(whole, covered)) {
      assertThat(new String(drawn.content(), ISO_8859_1))
          .doesNotContain("Exif", "Elm", "Ana", new String(small, ISO_8859_1));
      assertThat(pixels(drawn).getWidth()).as("upright").isEqualTo(40);
      assertThat(pixels(drawn).getHeight()).isEqualTo(60);
    }
  }

  @Test
  void aPhotographThatWasHeldSidewaysIsCoveredWhereItsReadersSeeIt() throws IOException {
    byte[] file = new CameraPhoto(PictureHost.picture("jpeg", 200, 100), new byte[0], 6).file();

    BufferedImage pixels = pixels(RedrawnPicture.of(file, List.of(MIDDLE)).orElseThrow());

    // Turned to the right: what was below is on the left.
    assertThat(new Color(pixels.getRGB(5, 5)).getBlue()).isGreaterThan(200);
    assertThat(new Color(pixels.getRGB(95, 5)).getRed()).isGreaterThan(200);
    assertThat(pixels.getRGB(25, 60)).isEqualTo(BLACK);
    assertThat(pixels.getRGB(49, 119)).isEqualTo(BLACK);
    assertThat(pixels.getRGB(60, 90)).isNotEqualTo(BLACK);
    assertThat(pixels.getRGB(37, 130)).isNotEqualTo(BLACK);
  }

  @Test
  void whatIsCoveredIsBlackUpToItsEdgesAndTheRestStays() throws IOException {
    for (String format : List.of("png", "jpeg", "gif")) {
      RedrawnPicture drawn =
          RedrawnPicture.of(PictureHost.picture(format, 200, 100), List.of(MIDDLE)).orElseThrow();
      BufferedImage pixels = pixels(drawn);

      assertThat(drawn.extension()).isEqualTo("png");
      for (int x = 50; x < 100; x++) {
        for (int y = 30; y < 60; y++) {
          assertThat(pixels.getRGB(x, y)).as("%s %d,%d", format, x, y).isEqualTo(BLACK);
        }
      }
      assertThat(new Color(pixels.getRGB(20, 10)).getRed()).as(format).isGreaterThan(200);
      assertThat(new Color(pixels.getRGB(150, 90)).getBlue()).as(format).isGreaterThan(200);
    }
  }

  @Test
  void aLargePictureIsDrawnSmallerAndCoveredAtTheSamePlace() throws IOException {
    RedrawnPicture drawn =
        RedrawnPicture.of(PictureHost.picture("png", 5_000, 1_000), List.of(MIDDLE)).orElseThrow();
    BufferedImage pixels = pixels(drawn);

    assertThat(pixels.getWidth()).isLessThanOrEqualTo(2_400);
    int x = pixels.getWidth() * 3 / 8;
    assertThat(pixels.getRGB(x, pixels.getHeight() / 2)).isEqualTo(BLACK);
    assertThat(new Color(pixels.getRGB(5, 5)).getRed()).isGreaterThan(200);
  }

  @Test
  void whatWasCoveredInAnotherPictureOrIsRedactedAsAWholeDoesNotGoOut() {
    byte[] content = PictureHost.picture("png", 20, 20);
    Redaction here = Redaction.ofArea("u", CommentPictures.contentKey(content), MIDDLE, GROUND);
    Redaction elsewhere = Redaction.ofArea("u", "ab", MIDDLE, GROUND);

    assertThat(RedrawnPicture.released(content, List.of(here))).isPresent();
    assertThat(RedrawnPicture.released(content, List.of(here, elsewhere))).isEmpty();
    assertThat(RedrawnPicture.released(content, List.of(Redaction.ofAttachment("u", GROUND))))
        .isEmpty();
  }

  @Test
  void whatAPictureHasBehindItsTransparentPixelsIsGone() throws IOException {
    BufferedImage secret = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    secret.setRGB(3, 3, 0x00C0FFEE);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(secret, "png", png);

    RedrawnPicture drawn = RedrawnPicture.of(png.toByteArray(), List.of()).orElseThrow();

    assertThat(pixels(drawn).getRGB(3, 3)).isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void whatIsNoPictureIsNotDrawn() {
    assertThat(RedrawnPicture.of("<svg/>".getBytes(ISO_8859_1), List.of())).isEmpty();
  }
}

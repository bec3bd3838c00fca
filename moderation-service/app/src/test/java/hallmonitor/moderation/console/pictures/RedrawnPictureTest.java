package hallmonitor.moderation.console.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.PictureArea;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.archive.CommentPictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

  /** Puts a comment with words between the start of a JPEG and the rest. */
  private static byte[] withComment(byte[] jpeg, String words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (words.length() + 2)});
    out.writeBytes(words.getBytes(ISO_8859_1));
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void whatIsHiddenInTheFileIsGone() throws IOException {
    byte[] jpeg = withComment(PictureHost.picture("jpeg", 60, 40), "taken at 12 Elm Street");
    byte[] trailing = "Ana Ruiz".getBytes(ISO_8859_1);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(jpeg);
    both.writeBytes(trailing);

    RedrawnPicture drawn = RedrawnPicture.of(both.toByteArray(), List.of()).orElseThrow();

    assertThat(drawn.extension()).isEqualTo("jpg");
    assertThat(new String(drawn.content(), ISO_8859_1)).doesNotContain("Elm Street", "Ana Ruiz");
    assertThat(pixels(drawn).getWidth()).isEqualTo(60);
    assertThat(pixels(drawn).getHeight()).isEqualTo(40);
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
    Redaction here =
        Redaction.ofArea("u", CommentPictures.contentKey(content), MIDDLE, GROUND);
    Redaction elsewhere = Redaction.ofArea("u", "ab", MIDDLE, GROUND);

    assertThat(RedrawnPicture.released(content, List.of(here))).isPresent();
    assertThat(RedrawnPicture.released(content, List.of(here, elsewhere))).isEmpty();
    assertThat(RedrawnPicture.released(content, List.of(Redaction.ofAttachment("u", GROUND))))
        .isEmpty();
  }

  @Test
  void whatIsNoPictureIsNotDrawn() {
    assertThat(RedrawnPicture.of("<svg/>".getBytes(ISO_8859_1), List.of())).isEmpty();
  }
}

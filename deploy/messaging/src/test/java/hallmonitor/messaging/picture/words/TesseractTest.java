package hallmonitor.messaging.picture.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Tesseract reads in pictures, and in what only claims to be one. */
class TesseractTest {
  private final Tesseract tesseract = new Tesseract(Duration.ofSeconds(60));

  @BeforeEach
  void installed() {
    assumeThat(tesseract.isReady())
        .as("Tesseract: install Debian's tesseract-ocr and tesseract-ocr-spa")
        .isTrue();
  }

  @AfterEach
  void close() {
    tesseract.close();
  }

  private static BufferedImage drawn(Color ground, Color ink, int size, String... lines) {
    BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
    Random grain = new Random(1);
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 900; x++) {
        image.setRGB(x, y, shade(ground, grain.nextInt(9)).getRGB());
      }
    }
    Graphics2D drawing = image.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
    drawing.setColor(ink);
    for (int i = 0; i < lines.length; i++) {
      drawing.drawString(lines[i], 40, 110 + i * 220);
    }
    drawing.dispose();
    return image;
  }

  private static Color shade(Color color, int more) {
    return new Color(
        Math.min(255, color.getRed() + more),
        Math.min(255, color.getGreen() + more),
        Math.min(255, color.getBlue() + more));
  }

  private static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] moving(int pictures, BufferedImage... first) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(to);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : first) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      BufferedImage small = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY);
      for (int i = first.length; i < pictures; i++) {
        writer.writeToSequence(new IIOImage(small, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Test
  void theTextOfAMemeIsRead() throws Exception {
    byte[] meme =
        file(
            drawn(new Color(60, 90, 70), Color.WHITE, 60, "I will bring a gun", "to school"),
            "jpeg");

    assertThat(tesseract.read(meme))
        .isEqualTo(new PictureWords(true, "I will bring a gun\nto school", false, false));
  }

  @Test
  void spanishIsReadWithItsAccents() throws Exception {
    byte[] meme =
        file(
            drawn(Color.WHITE, Color.BLACK, 60, "Te veo en la escuela", "después de clase"), "png");

    assertThat(tesseract.read(meme).words()).isEqualTo("Te veo en la escuela\ndespués de clase");
  }

  @Test
  void theScreenshotOfAPhoneIsRead() throws Exception {
    BufferedImage screen = new BufferedImage(1_080, 2_340, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = screen.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setColor(new Color(240, 240, 245));
    drawing.fillRect(0, 0, 1_080, 2_340);
    drawing.setColor(new Color(40, 40, 50));
    drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 42));
    drawing.drawString("nobody should come to school tomorrow", 60, 1_200);
    drawing.dispose();

    assertThat(tesseract.read(file(screen, "png")).words())
        .isEqualTo("nobody should come to school tomorrow");
  }

  @Test
  void aPictureWithoutTextHasNoWords() throws Exception {
    assertThat(tesseract.read(file(drawn(new Color(90, 120, 200), Color.BLACK, 60), "jpeg")))
        .isEqualTo(new PictureWords(true, "", false, false));
  }

  @Test
  void textThatIsAnOptionOfTheProgramIsOnlyText() throws Exception {
    byte[] picture =
        file(
            drawn(Color.WHITE, Color.BLACK, 40, "--tessdata-dir /etc -c debug_file", "$(reboot)"),
            "png");

    PictureWords read = tesseract.read(picture);

    assertThat(read.words()).contains("tessdata").contains("reboot");
    assertThat(Files.exists(Path.of("debug_file"))).isFalse();
  }

  @Test
  void ofAPictureThatMovesTheFirstOneIsRead() throws Exception {
    BufferedImage text = drawn(Color.WHITE, Color.BLACK, 60, "Spring Book Fair");

    PictureWords read = tesseract.read(moving(10_000, text));

    assertThat(read).isEqualTo(new PictureWords(true, "Spring Book Fair", true, false));
    assertThat(tesseract.read(moving(1, text)).moving()).isFalse();
  }

  @Test
  void aSmallFileThatClaimsManyPixelsIsNotRead() throws Exception {
    byte[] bomb = file(drawn(Color.WHITE, Color.BLACK, 60, "Boom"), "png");
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 sum = new CRC32();
    sum.update(bomb, 12, 17);
    ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

    assertThat(tesseract.read(bomb)).isEqualTo(PictureWords.UNREADABLE);
  }

  @Test
  void whatIsNoPictureIsNotRead() throws Exception {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><text>I"
            + " will</text></svg>";

    assertThat(tesseract.read(svg.getBytes(UTF_8))).isEqualTo(PictureWords.UNREADABLE);
    assertThat(tesseract.read("/etc/passwd\n".getBytes(UTF_8))).isEqualTo(PictureWords.UNREADABLE);
    assertThat(tesseract.read("%PDF-1.7".getBytes(UTF_8))).isEqualTo(PictureWords.UNREADABLE);
    assertThat(tesseract.read(new byte[0])).isEqualTo(PictureWords.UNREADABLE);
    byte[] cut = file(drawn(Color.WHITE, Color.BLACK, 60, "Half"), "png");
    assertThat(tesseract.read(Arrays.copyOf(cut, 60))).isEqualTo(PictureWords.UNREADABLE);
  }
}

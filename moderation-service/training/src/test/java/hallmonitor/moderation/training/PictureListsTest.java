package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/pictures} prints what the file of known pictures takes. */
class PictureListsTest {
  private static final String HASH =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(String... arguments) {
    return Tool.run(new PictureLists(), new PrintStream(out), new PrintStream(errors), arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path drawn(int shapes) throws IOException {
    BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = picture.createGraphics();
    Random chance = new Random(7);
    for (int i = 0; i < shapes; i++) {
      drawing.setColor(new Color(chance.nextInt(0x1000000)));
      drawing.fillOval(chance.nextInt(400), chance.nextInt(300), 60, 50);
    }
    Path file = folder.resolve("shapes.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  @Test
  void aPictureGivesAnEntryWithItsHashes() throws IOException {
    assertThat(run(drawn(90).toString())).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("      - name: \"shapes.png\"\n        hashes:\n          - \"")
        .matches("(?s).*(\\s+- \"[0-9a-f]{64}\"){16}\\s*");
  }

  @Test
  void aPlainPictureIsRefused() throws IOException {
    assertThat(run(drawn(0).toString())).isEqualTo(1);

    assertThat(errors.toString(UTF_8)).contains("too plain to be told from other pictures");
  }

  @Test
  void aListOfOthersIsReadInEachForm() throws IOException {
    Path list =
        file(
            "shared.csv",
            "hash,quality,file\n"
                + HASH
                + ",90,a.jpg\n"
                + "hash="
                + HASH.replace('f', 'e')
                + ",norm=128,quality=100\n"
                + HASH.replace('f', 'd')
                + "\n"
                + HASH.replace('f', 'c')
                + ",12,poor.jpg\n"
                + "<script>alert(1)</script>\n");

    assertThat(run("--list", list.toString())).isZero();

    assertThat(out.toString(UTF_8))
        .contains("shared.csv 2", HASH, HASH.replace('f', 'e'), HASH.replace('f', 'd'))
        .doesNotContain(HASH.replace('f', 'c'), "script");
    assertThat(errors.toString(UTF_8))
        .contains("6 lines, 3 hashes taken, 1 left out for their quality");
  }

  @Test
  void whatIsNoPictureSaysSo() throws IOException {
    assertThat(run(file("a.png", "no picture").toString())).isEqualTo(Tool.FAILED);
    assertThat(errors.toString(UTF_8)).contains("a.png is no picture that can be read here");
    assertThat(run(folder.resolve("none.png").toString())).isEqualTo(Tool.FAILED);
    assertThat(errors.toString(UTF_8)).contains("none.png cannot be read.");
  }
}

package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.yaml.InvalidFileException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the picture of the logo that accounts.yaml names. */
class LogoFileTest {
  @TempDir Path folder;

  private static byte[] picture(Color figure, String format) throws IOException {
    BufferedImage drawn = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, 120, 90);
    drawing.setColor(figure);
    drawing.fillOval(10, 10, 50, 70);
    drawing.fillRect(70, 20, 40, 20);
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(drawn, format, out);
    return out.toByteArray();
  }

  private Set<String> logo(String name) {
    return AccountsFile.read("logo: %s\n".formatted(name) + AccountsFile.shipped(), folder).logo();
  }

  private void refused(String name, String words) {
    assertThatThrownBy(() -> logo(name))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("accounts.yaml:1:7")
        .hasMessageContaining(words);
  }

  @Test
  void aPngAndAJpegAreRead() throws IOException {
    Files.write(folder.resolve("logo.png"), picture(Color.BLUE, "png"));
    Files.write(folder.resolve("Logo-2.JPG"), picture(Color.BLUE, "jpeg"));

    assertThat(logo("logo.png")).isNotEmpty();
    assertThat(logo("Logo-2.JPG")).isNotEmpty();
    assertThat(AccountsFile.read("", folder).logo()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../logo.png", "/etc/passwd", "sub/logo.png", "logo.svg", ".png", "'..\\x.png'"})
  void onlyAPictureInTheFolderCanBeNamed(String name) {
    refused(name, "write the name of a PNG or JPEG picture in the folder of this file");
  }

  @Test
  void whatIsMissingTooLargeOrNoPictureIsSaidWithItsPlace() throws IOException {
    refused("logo.png", "there is no picture 'logo.png' in the folder of this file");

    Files.createDirectory(folder.resolve("folder.png"));
    refused("folder.png", "there is no picture 'folder.png'");

    Files.writeString(folder.resolve("logo.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    refused("logo.png", "'logo.png' is no PNG or JPEG picture");

    Files.write(folder.resolve("gif.png"), picture(Color.BLUE, "gif"));
    refused("gif.png", "'gif.png' is no PNG or JPEG picture");

    Files.write(folder.resolve("big.png"), new byte[5 * 1024 * 1024 + 1]);
    refused("big.png", "'big.png' is larger than 5 MB");
  }

  @Test
  void aLogoThatCannotBeSeenOnWhiteOrIsBrokenCouldBeLikeAnything() throws IOException {
    Files.write(folder.resolve("white.png"), picture(Color.WHITE, "png"));
    refused("white.png", "is plain on white ground");

    byte[] torn = picture(Color.BLUE, "png");
    Files.write(folder.resolve("torn.png"), java.util.Arrays.copyOf(torn, 40));
    refused("torn.png", "'torn.png' cannot be read");
  }
}

package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PictureHashes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A picture with shapes, drawn from a number, as it is listed and as people post it. */
public record PostedPhoto(BufferedImage pixels) {
  public static PostedPhoto number(int number) {
    BufferedImage drawn = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    Random chance = new Random(number);
    for (int i = 0; i < 100; i++) {
      drawing.setColor(new Color(chance.nextInt(0x1000000)));
      drawing.fillOval(
          chance.nextInt(700) - 60, chance.nextInt(540) - 60, 40 + chance.nextInt(150), 90);
    }
    drawing.dispose();
    return new PostedPhoto(drawn);
  }

  /** Cuts a strip off on the left, and draws it smaller. */
  PostedPhoto cut() {
    BufferedImage drawn = new BufferedImage(300, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.drawImage(pixels, 0, 0, 300, 240, 70, 0, 640, 480, null);
    drawing.dispose();
    return new PostedPhoto(drawn);
  }

  byte[] jpeg() throws IOException {
    return written("jpeg");
  }

  public byte[] png() throws IOException {
    return written("png");
  }

  private byte[] written(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(pixels, format, out);
    return out.toByteArray();
  }

  /** Returns a file of the district that lists this picture alone. */
  String listedAs(String category, String score) throws IOException {
    return list(category, score) + entry("shapes");
  }

  /** Returns the beginning of a file of the district, before its pictures. */
  static String list(String category, String score) {
    return """
    lists:
      - id: test
        source: Drawn for a test
        category: %s
        score: %s
        pictures:
    """
        .formatted(category, score);
  }

  /** Returns the entry of this picture in the list. */
  String entry(String name) throws IOException {
    return "      - name: "
        + name
        + "\n        hashes:\n"
        + PictureHashes.listed(png()).orElseThrow().hashes().stream()
            .map(hash -> "          - " + hash + "\n")
            .collect(Collectors.joining());
  }
}

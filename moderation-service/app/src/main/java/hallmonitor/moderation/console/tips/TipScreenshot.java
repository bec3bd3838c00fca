package hallmonitor.moderation.console.tips;

import hallmonitor.messaging.picture.Orientation;
import hallmonitor.messaging.picture.SafePicture;
import hallmonitor.moderation.store.tips.NewTip.Screenshot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Reads a picture that a stranger handed in, and draws it again: what is kept and shown holds
 * nothing but pixels, so no place where it was taken, and nothing that a browser could run.
 */
final class TipScreenshot {
  private static final int LONGEST_SIDE = 2_400;

  private TipScreenshot() {}

  static Optional<Screenshot> read(byte[] content) {
    return SafePicture.readSentIn(
            content, reader -> jpeg(Orientation.of(content).upright(scaled(reader.read(0)))))
        .map(drawn -> new Screenshot(drawn, sha256(drawn), sha256(content)));
  }

  /** Comes before turning, which takes a second copy: a photo of a phone has 24 million pixels. */
  private static BufferedImage scaled(BufferedImage whole) {
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(whole.getWidth(), whole.getHeight()));
    BufferedImage drawn =
        new BufferedImage(
            (int) Math.max(1, Math.round(whole.getWidth() * scale)),
            (int) Math.max(1, Math.round(whole.getHeight() * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    drawing.drawImage(whole, 0, 0, drawn.getWidth(), drawn.getHeight(), Color.WHITE, null);
    drawing.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage drawn) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", jpeg);
    return jpeg.toByteArray();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

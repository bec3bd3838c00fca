package hallmonitor.moderation.console.tips;

import hallmonitor.messaging.picture.PictureSize;
import hallmonitor.moderation.store.tips.NewTip.Screenshot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture that a stranger handed in, and draws it again: what is kept and shown holds
 * nothing but pixels, so no place where it was taken, and nothing that a browser could run.
 */
final class TipScreenshot {
  private static final int LONGEST_SIDE = 2_400;

  private TipScreenshot() {}

  /** Reads one picture at a time, so that several large ones take no more memory than one. */
  static synchronized Optional<Screenshot> read(byte[] content) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if (!PictureSize.isDecodable(reader, content)) {
          return Optional.empty();
        }
        byte[] drawn = jpeg(reader.read(0));
        return Optional.of(new Screenshot(drawn, sha256(drawn), sha256(content)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // broken, or a kind that cannot be read here
    }
  }

  private static byte[] jpeg(BufferedImage whole) throws IOException {
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

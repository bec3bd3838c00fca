package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.picture.Orientation;
import hallmonitor.messaging.picture.SafePicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * A picture so small that it shows colors and no content. A reader's browser gets nothing else
 * before the reader asks, so nothing can be seen by accident.
 *
 * @param uri a {@code data:} address
 * @param width of the picture itself, in pixels; 0 if unknown
 */
public record PicturePlaceholder(String uri, int width, int height) {
  /** For what cannot be read here: one transparent pixel. */
  static final PicturePlaceholder PLAIN =
      new PicturePlaceholder(
          "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", 0, 0);

  private static final int SIDE = 12;

  private static final int SAMPLED_SIDE = 256;

  /** A broken picture is still shown by the browser, as far as it can. */
  static PicturePlaceholder of(byte[] content) {
    return SafePicture.read(content, reader -> veil(reader, Orientation.of(content))).orElse(PLAIN);
  }

  private static PicturePlaceholder veil(ImageReader reader, Orientation held) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    ImageReadParam sparsely = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / SAMPLED_SIDE);
    sparsely.setSourceSubsampling(step, step, 0, 0);
    String colors = small(held.upright(reader.read(0, sparsely)));
    return held.onItsSide()
        ? new PicturePlaceholder(colors, height, width)
        : new PicturePlaceholder(colors, width, height);
  }

  private static String small(BufferedImage whole) throws IOException {
    double scale = (double) SIDE / Math.max(whole.getWidth(), whole.getHeight());
    BufferedImage small =
        new BufferedImage(
            (int) Math.max(1, Math.round(whole.getWidth() * scale)),
            (int) Math.max(1, Math.round(whole.getHeight() * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = small.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.drawImage(whole, 0, 0, small.getWidth(), small.getHeight(), null);
    drawing.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(small, "png", png);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}

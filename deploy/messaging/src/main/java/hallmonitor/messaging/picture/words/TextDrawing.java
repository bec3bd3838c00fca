package hallmonitor.messaging.picture.words;

import hallmonitor.messaging.picture.Orientation;
import hallmonitor.messaging.picture.SafePicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * A stranger's picture, drawn again in gray: what reads words never gets the stranger's bytes, and
 * never more than {@value #LONGEST_SIDE} pixels a side.
 *
 * @param moving whether it has more pictures after the first, which are not drawn
 */
record TextDrawing(BufferedImage gray, boolean moving) {
  private static final int LONGEST_SIDE = 1_100;

  /**
   * Only every second, third, ... pixel is read of what has twice as many, and the rest drawn
   * smaller, which keeps small letters.
   */
  private static final int LONGEST_READ = 1_650;

  /** Letters of a small picture are drawn larger, because Tesseract wants them 20 pixels high. */
  private static final int MOST_GROWTH = 3;

  private static final int LIGHT = 205;
  private static final int DARK = 60;

  /** Returns empty if it is broken, claims too many pixels, or cannot be read here. */
  static Optional<TextDrawing> of(byte[] content) {
    return SafePicture.read(content, reader -> drawn(reader, Orientation.of(content)));
  }

  private static TextDrawing drawn(ImageReader reader, Orientation held) throws IOException {
    int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
    ImageReadParam some = reader.getDefaultReadParam();
    int step = Math.max(1, longest / LONGEST_READ);
    some.setSourceSubsampling(step, step, 0, 0);
    BufferedImage read = held.upright(reader.read(0, some));
    return new TextDrawing(gray(read), hasSecond(reader));
  }

  /** A reader that cannot tell has no second picture. */
  private static boolean hasSecond(ImageReader reader) {
    try {
      return !reader.getFormatName().equalsIgnoreCase("jpeg") && reader.getWidth(1) > 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static BufferedImage gray(BufferedImage read) {
    double longest = Math.max(read.getWidth(), read.getHeight());
    double scale = Math.min(MOST_GROWTH, LONGEST_SIDE / longest);
    int width = (int) Math.max(1, Math.round(read.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(read.getHeight() * scale));
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D drawing = drawn.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    // White letters and black ones both show on it where a picture lets its ground through.
    drawing.setColor(read.getColorModel().hasAlpha() ? Color.GRAY : Color.WHITE);
    drawing.fillRect(0, 0, width, height);
    drawing.drawImage(read, 0, 0, width, height, null);
    drawing.dispose();
    return drawn;
  }

  /**
   * Returns it as PNG three times: as it is, and with only its lightest and only its darkest parts
   * in black on white, since letters on a photograph are mostly white, or black.
   */
  List<byte[]> pages() {
    return List.of(
        png(gray), png(only(v -> v >= LIGHT ? 0 : 255)), png(only(v -> v <= DARK ? 0 : 255)));
  }

  private BufferedImage only(IntUnaryOperator shade) {
    BufferedImage page =
        new BufferedImage(gray.getWidth(), gray.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[gray.getWidth()];
    for (int y = 0; y < gray.getHeight(); y++) {
      gray.getRaster().getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        row[x] = shade.applyAsInt(row[x]);
      }
      page.getRaster().setSamples(0, y, row.length, 1, 0, row);
    }
    return page;
  }

  private static byte[] png(BufferedImage page) {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(page, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

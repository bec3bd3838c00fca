package hallmonitor.moderation.console.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture so small that it shows colors and no content. A reader's browser gets nothing else
 * before the reader asks, so nothing can be seen by accident.
 *
 * @param uri a {@code data:} address
 * @param width of the picture itself, in pixels; 0 if unknown
 */
public record PictureVeil(String uri, int width, int height) {
  /** One transparent pixel, for formats that cannot be read here, such as WebP. */
  static final PictureVeil PLAIN =
      new PictureVeil(
          "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", 0, 0);

  private static final int SIDE = 12;

  /**
   * A file of 700 bytes can claim 400 million pixels. A progressive JPEG is held whole while it is
   * read, with up to 6 bytes for each pixel, outside the heap.
   */
  private static final long MOST_PIXELS = 25_000_000;

  /** Each scan of a progressive JPEG goes over all pixels, and can be as short as 60 bytes. */
  private static final long MOST_PIXELS_OF_SCANS = 12 * MOST_PIXELS;

  private static final int MARKER = 0xFF;

  private static final int START_OF_SCAN = 0xDA;

  private static final int SAMPLED_SIDE = 256;

  /** Reads one picture at a time, so that several large ones take no more memory than one. */
  static synchronized PictureVeil of(byte[] content) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return PLAIN;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return veil(reader, scans(content));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return PLAIN; // a broken picture is still shown by the browser, as far as it can
    }
  }

  /** Counts the scans of a JPEG. Within one, the marker's first byte is always escaped. */
  private static int scans(byte[] content) {
    int scans = 0;
    for (int i = 1; i < content.length; i++) {
      if ((content[i - 1] & 0xFF) == MARKER && (content[i] & 0xFF) == START_OF_SCAN) {
        scans++;
      }
    }
    return scans;
  }

  private static PictureVeil veil(ImageReader reader, int scans) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
    if (pixels > MOST_PIXELS || (jpeg && pixels * scans > MOST_PIXELS_OF_SCANS)) {
      return PLAIN;
    }
    ImageReadParam sparsely = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / SAMPLED_SIDE);
    sparsely.setSourceSubsampling(step, step, 0, 0);
    return new PictureVeil(small(reader.read(0, sparsely)), width, height);
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

package hallmonitor.messaging.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.imageio.ImageReadParam;

/** The pixels of a picture on white ground, and parts of them. */
record DecodedPicture(BufferedImage pixels) {
  /** More is not looked at: every second, third, ... pixel is read of a larger picture. */
  private static final int LONGEST_SIDE = 1_024;

  /** Logos and profile pictures have less, and ingest has little memory. */
  private static final long MOST_PIXELS = 8_000_000;

  /** How much a channel may differ from the ground, since JPEG does not keep a color. */
  private static final int NOISE = 32;

  /** Returns empty if it is broken, claims too many pixels, or cannot be read here. */
  static Optional<DecodedPicture> of(byte[] content) {
    return SafePicture.read(
        content,
        MOST_PIXELS,
        reader -> {
          int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
          ImageReadParam some = reader.getDefaultReadParam();
          some.setSourceSubsampling(step, step, 0, 0);
          return onWhite(reader.read(0, some));
        });
  }

  private static DecodedPicture onWhite(BufferedImage read) {
    BufferedImage drawn =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = drawn.createGraphics();
    drawing.drawImage(read, 0, 0, Color.WHITE, null);
    drawing.dispose();
    return new DecodedPicture(drawn);
  }

  /** Returns it without the border in the color of its corners; itself if there is none. */
  DecodedPicture trimmed() {
    int ground = pixels.getRGB(0, 0);
    int right = pixels.getWidth() - 1;
    int bottom = pixels.getHeight() - 1;
    if (differs(ground, pixels.getRGB(right, 0))
        || differs(ground, pixels.getRGB(0, bottom))
        || differs(ground, pixels.getRGB(right, bottom))) {
      return this;
    }
    int[] box = {right, bottom, -1, -1};
    for (int y = 0; y <= bottom; y++) {
      for (int x = 0; x <= right; x++) {
        if (differs(ground, pixels.getRGB(x, y))) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box[2] < 0
        ? this
        : new DecodedPicture(
            pixels.getSubimage(box[0], box[1], box[2] - box[0] + 1, box[3] - box[1] + 1));
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > NOISE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the square in the middle.
   *
   * @param share of the shorter side; 0 to 1
   */
  DecodedPicture middle(double share) {
    int side = Math.max(1, (int) (Math.min(pixels.getWidth(), pixels.getHeight()) * share));
    return new DecodedPicture(
        pixels.getSubimage(
            (pixels.getWidth() - side) / 2, (pixels.getHeight() - side) / 2, side, side));
  }

  /**
   * Returns the brightness, 0 to 255, of what is left when it is scaled to a square.
   *
   * @return rows; each value is the average of the pixels that it stands for
   */
  double[][] brightness(int side) {
    double[][] brightness = new double[side][side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double wide = pixels.getWidth();
        double high = pixels.getHeight();
        brightness[y][x] =
            average(x * wide / side, (x + 1) * wide / side, y * high / side, (y + 1) * high / side);
      }
    }
    return brightness;
  }

  /** Returns the average of a part that may begin and end within pixels. */
  private double average(double left, double right, double top, double bottom) {
    double sum = 0;
    for (int y = (int) top; y < bottom; y++) {
      double high = Math.min(y + 1, bottom) - Math.max(y, top);
      for (int x = (int) left; x < right; x++) {
        double wide = Math.min(x + 1, right) - Math.max(x, left);
        sum += wide * high * bright(pixels.getRGB(x, y));
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  private static double bright(int rgb) {
    return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
  }
}

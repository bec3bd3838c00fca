package hallmonitor.messaging.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.imageio.ImageReadParam;

/**
 * The brightness of a picture as a person sees it: turned as its camera says, and on white ground.
 */
final class GrayPicture {
  /** Only every second, third, ... pixel is read of what has more. */
  private static final int LONGEST_SIDE = 1_024;

  /** Smaller ones show nothing that could be told from others. */
  private static final int SHORTEST_SIDE = 32;

  private final int width;
  private final int height;

  /** Of all pixels above and to the left, so that the average of any part takes four values. */
  private final double[] sums;

  private GrayPicture(BufferedImage pixels) {
    width = pixels.getWidth();
    height = pixels.getHeight();
    sums = new double[(width + 1) * (height + 1)];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      pixels.getRGB(0, y, width, 1, row, 0, width);
      double sum = 0;
      for (int x = 0; x < width; x++) {
        sum += bright(row[x]);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + sum;
      }
    }
  }

  /** Returns empty if it is broken, claims too many pixels, is tiny, or cannot be read here. */
  static Optional<GrayPicture> of(byte[] content) {
    return SafePicture.read(
            content,
            reader -> {
              int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
              int step = (longest + LONGEST_SIDE - 1) / LONGEST_SIDE;
              ImageReadParam some = reader.getDefaultReadParam();
              some.setSourceSubsampling(step, step, 0, 0);
              return onWhite(Orientation.of(content).upright(reader.read(0, some)));
            })
        .filter(gray -> Math.min(gray.width, gray.height) >= SHORTEST_SIDE);
  }

  private static GrayPicture onWhite(BufferedImage read) {
    BufferedImage pixels =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = pixels.createGraphics();
    drawing.drawImage(read, 0, 0, Color.WHITE, null);
    drawing.dispose();
    return new GrayPicture(pixels);
  }

  private static double bright(int rgb) {
    return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * Returns the average of a part, given in whole pixels.
   *
   * @param right the first column that is beyond
   * @param bottom the first row that is beyond
   */
  double average(int left, int top, int right, int bottom) {
    int wide = width + 1;
    double sum =
        sums[bottom * wide + right]
            - sums[bottom * wide + left]
            - sums[top * wide + right]
            + sums[top * wide + left];
    return sum / ((right - left) * (bottom - top));
  }

  /**
   * Returns what is left when strips are cut off, scaled to a square: each value is the average of
   * the part that it stands for.
   *
   * @param side in values
   */
  float[][] square(int side, PictureCut cut) {
    double wide = width * (1 - cut.left() - cut.right()) / side;
    double high = height * (1 - cut.top() - cut.bottom()) / side;
    float[][] square = new float[side][side];
    for (int i = 0; i < side; i++) {
      double y = height * cut.top() + i * high;
      for (int j = 0; j < side; j++) {
        double x = width * cut.left() + j * wide;
        double sum = sum(x + wide, y + high) - sum(x, y + high) - sum(x + wide, y) + sum(x, y);
        square[i][j] = (float) (sum / (wide * high));
      }
    }
    return square;
  }

  /** Returns the sum above and to the left of a place, which may be within a pixel. */
  private double sum(double x, double y) {
    int column = Math.min(width - 1, (int) x);
    int row = Math.min(height - 1, (int) y);
    double right = Math.min(1, x - column);
    double down = Math.min(1, y - row);
    int at = row * (width + 1) + column;
    double above = sums[at] * (1 - right) + sums[at + 1] * right;
    double below = sums[at + width + 1] * (1 - right) + sums[at + width + 2] * right;
    return above * (1 - down) + below * down;
  }
}

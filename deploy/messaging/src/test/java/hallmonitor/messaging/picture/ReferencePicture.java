package hallmonitor.messaging.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Pictures that are the same on every machine: whole numbers only, no fonts, and no drawing by a
 * library.
 *
 * @param kind what it looks like
 * @param number of the picture among those that look so
 */
record ReferencePicture(Kind kind, int number, int width, int height, boolean color) {
  /** What a picture looks like. */
  enum Kind {
    /** Coarse and fine structures, as photographs have them. */
    PHOTO,
    /** Structures of one size; the number is that of their halvings. */
    NOISE,
    /** Brighter to one side, and around a point. */
    GRADIENT,
    /** Ellipses and rectangles. */
    DRAWING,
    /** Rows of small signs on white. */
    TEXT,
    /** Fields of a board. */
    BOARD
  }

  private static final int WHITE = 255;

  /** Returns the picture as a PNG. */
  byte[] png() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[][] channels = channels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        image.setRGB(x, y, channels[0][at] << 16 | channels[1][at] << 8 | channels[2][at]);
      }
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int[][] channels() {
    int[] first = values(0);
    return color ? new int[][] {first, values(1), values(2)} : new int[][] {first, first, first};
  }

  private int[] values(int channel) {
    Random random = new Random(31L * (31L * kind.ordinal() + number) + channel);
    return switch (kind) {
      case PHOTO -> sum(random, 2, 3, 4, 5, 6, 7);
      case NOISE -> sum(random, number);
      case GRADIENT -> gradient(random);
      case DRAWING -> drawing(random);
      case TEXT -> text(random);
      case BOARD -> board(random);
    };
  }

  /** The coarser, the more it counts. */
  private int[] sum(Random random, int... halvings) {
    int[] sum = new int[width * height];
    int weights = 0;
    for (int halving : halvings) {
      int weight = 128 >> (halving - halvings[0]);
      weights += weight;
      int[] noise = noise(random, 1 << halving);
      for (int at = 0; at < sum.length; at++) {
        sum[at] += weight * noise[at];
      }
    }
    int all = weights;
    return IntStream.of(sum).map(value -> value / all).toArray();
  }

  /** Random values in so many cells a side, and straight lines between them. */
  private int[] noise(Random random, int cells) {
    int[][] corners = new int[cells + 1][cells + 1];
    for (int[] row : corners) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(WHITE + 1);
      }
    }
    int[] values = new int[width * height];
    for (int at = 0; at < values.length; at++) {
      int x = at % width * cells;
      int y = at / width * cells;
      int[] upper = corners[y / height];
      int[] lower = corners[y / height + 1];
      int column = x / width;
      long above =
          (long) upper[column] * (width - x % width) + (long) upper[column + 1] * (x % width);
      long below =
          (long) lower[column] * (width - x % width) + (long) lower[column + 1] * (x % width);
      values[at] = (int) ((above * (height - y % height) + below * (y % height)) / width / height);
    }
    return values;
  }

  private int[] gradient(Random random) {
    int right = random.nextInt(9) - 4;
    int down = random.nextInt(9) - 4;
    int[] values = new int[width * height];
    int middleX = random.nextInt(100);
    int middleY = random.nextInt(100);
    for (int at = 0; at < values.length; at++) {
      int x = 100 * (at % width) / width;
      int y = 100 * (at / width) / height;
      int far = ((x - middleX) * (x - middleX) + (y - middleY) * (y - middleY)) / 40;
      values[at] = clamp(128 + right * (x - 50) / 2 + down * (y - 50) / 2 + far / 2 - 60);
    }
    return values;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(WHITE, value));
  }

  private int[] drawing(Random random) {
    int[] values = new int[width * height];
    Arrays.fill(values, 200 + random.nextInt(56));
    for (int shape = 0; shape < 14; shape++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int wide = width / 16 + random.nextInt(width / 3);
      int high = height / 16 + random.nextInt(height / 3);
      int bright = random.nextInt(WHITE + 1);
      boolean round = random.nextBoolean();
      for (int y = top; y < Math.min(height, top + high); y++) {
        for (int x = left; x < Math.min(width, left + wide); x++) {
          if (!round || isWithin(2 * (x - left) - wide, wide, 2 * (y - top) - high, high)) {
            values[y * width + x] = bright;
          }
        }
      }
    }
    return values;
  }

  private static boolean isWithin(long x, long wide, long y, long high) {
    return x * x * high * high + y * y * wide * wide <= wide * wide * high * high;
  }

  /** Signs of 5 x 7 dots, as small as they fit 24 times beside each other. */
  private int[] text(Random random) {
    int dot = Math.max(1, width / 144);
    int[] values = new int[width * height];
    Arrays.fill(values, WHITE);
    for (int top = 2 * dot; top + 7 * dot < height; top += 10 * dot) {
      int end = width / 2 + random.nextInt(width / 2);
      for (int left = 2 * dot; left + 5 * dot < end; left += 6 * dot) {
        boolean space = random.nextInt(6) == 0;
        for (int at = 0; at < 35; at++) {
          if (random.nextInt(5) < 2 && !space) {
            fill(values, left + at % 5 * dot, top + at / 5 * dot, dot);
          }
        }
      }
    }
    return values;
  }

  private void fill(int[] values, int left, int top, int dot) {
    for (int at = 0; at < dot * dot; at++) {
      values[(top + at / dot) * width + left + at % dot] = 20;
    }
  }

  private int[] board(Random random) {
    int fields = 5 + random.nextInt(20);
    int[] values = new int[width * height];
    for (int at = 0; at < values.length; at++) {
      boolean dark = (at % width * fields / width + at / width * fields / height) % 2 == 0;
      values[at] = dark ? 40 : 210;
    }
    return values;
  }
}

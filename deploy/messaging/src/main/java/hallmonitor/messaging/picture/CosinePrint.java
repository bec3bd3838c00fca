package hallmonitor.messaging.picture;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The perceptual hash of a small gray square: for each of the {@value #KEPT} x {@value #KEPT}
 * lowest frequencies of its cosine transform (DCT-II), whether it is above their median
 * (https://www.phash.org/docs/pubs/thesis_zauner.pdf, section 3.2.1). A print is written in
 * hexadecimal digits; two pictures are as alike as few bits of their prints differ.
 */
final class CosinePrint {
  static final int SIDE = 32;
  private static final int KEPT = 16;

  /** A plain surface looks like any other one. Brightness is 0 to 255. */
  private static final double LEAST_CONTRAST = 12;

  private static final double[][] WAVES = waves();

  private CosinePrint() {}

  private static double[][] waves() {
    double[][] waves = new double[KEPT][SIDE];
    for (int k = 0; k < KEPT; k++) {
      for (int x = 0; x < SIDE; x++) {
        waves[k][x] = Math.cos(Math.PI * k * (2 * x + 1) / (2.0 * SIDE));
      }
    }
    return waves;
  }

  /**
   * Returns the print.
   *
   * @param square {@value #SIDE} rows of as many values of brightness
   * @return empty for a plain one
   */
  static Optional<String> of(double[][] square) {
    if (contrast(square) < LEAST_CONTRAST) {
      return Optional.empty();
    }
    double[] frequencies = new double[KEPT * KEPT];
    for (int i = 1; i < frequencies.length; i++) { // the first is the brightness of all
      double sum = 0;
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          sum += square[y][x] * WAVES[i / KEPT][y] * WAVES[i % KEPT][x];
        }
      }
      frequencies[i] = sum;
    }
    double[] sorted = Arrays.copyOfRange(frequencies, 1, frequencies.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    BigInteger print = BigInteger.ZERO;
    for (int i = 1; i < frequencies.length; i++) {
      print = frequencies[i] > median ? print.setBit(i) : print;
    }
    return Optional.of(print.toString(16));
  }

  /** Returns the standard deviation of the brightness. */
  private static double contrast(double[][] square) {
    double mean = Arrays.stream(square).flatMapToDouble(Arrays::stream).average().orElse(0);
    return Math.sqrt(
        Arrays.stream(square)
            .flatMapToDouble(Arrays::stream)
            .map(bright -> (bright - mean) * (bright - mean))
            .average()
            .orElse(0));
  }
}

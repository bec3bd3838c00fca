package hallmonitor.messaging.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lowest frequencies of a small gray square without the very lowest, as PDQ takes them: a
 * cosine transform (DCT-II) of {@value #SIDE} x {@value #SIDE} values, from which {@value #KEPT} x
 * {@value #KEPT} are kept
 * (https://github.com/facebook/ThreatExchange/blob/main/hashing/hashing.pdf).
 */
record PdqFrequencies(double[][] values) {
  static final int SIDE = 64;
  private static final int KEPT = 16;
  private static final int WAYS = 8;
  private static final double[][] WAVES = waves();

  private static double[][] waves() {
    double[][] waves = new double[KEPT][SIDE];
    for (int k = 0; k < KEPT; k++) {
      for (int x = 0; x < SIDE; x++) {
        waves[k][x] = Math.cos(Math.PI / 2 / SIDE * (k + 1) * (2 * x + 1));
      }
    }
    return waves;
  }

  /**
   * Transforms a square.
   *
   * @param square {@value #SIDE} rows of brightness
   */
  static PdqFrequencies of(float[][] square) {
    double[][] half = new double[KEPT][SIDE];
    for (int i = 0; i < KEPT; i++) {
      for (int y = 0; y < SIDE; y++) {
        double wave = WAVES[i][y];
        for (int x = 0; x < SIDE; x++) {
          half[i][x] += wave * square[y][x];
        }
      }
    }
    double[][] values = new double[KEPT][KEPT];
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < KEPT; j++) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += half[i][x] * WAVES[j][x];
        }
        values[i][j] = sum;
      }
    }
    return new PdqFrequencies(values);
  }

  /** Returns the hash: for each frequency, whether it is above the lower median. */
  PdqHash hash() {
    return turned(0);
  }

  /** Returns the hashes of the picture in all positions. */
  List<PdqHash> turned() {
    return IntStream.range(0, WAYS).mapToObj(this::turned).toList();
  }

  /**
   * Returns the hash of the picture in one position, mirrored and turned by quarters: a mirrored
   * picture has the same frequencies with the odd ones negative.
   *
   * @param way from 0, which is as it is, to {@value #WAYS} - 1
   */
  PdqHash turned(int way) {
    return hash((way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
  }

  private PdqHash hash(boolean mirrored, boolean upsideDown, boolean onItsSide) {
    double[] all = new double[KEPT * KEPT];
    for (int i = 0; i < KEPT; i++) {
      for (int j = 0; j < KEPT; j++) {
        double value = onItsSide ? values[j][i] : values[i][j];
        boolean negative = (mirrored && j % 2 == 0) != (upsideDown && i % 2 == 0);
        all[i * KEPT + j] = negative ? -value : value;
      }
    }
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2 - 1];
    long[] words = new long[all.length / Long.SIZE];
    for (int k = 0; k < all.length; k++) {
      words[k / Long.SIZE] |= all[k] > median ? 1L << k : 0;
    }
    return new PdqHash(words[3], words[2], words[1], words[0]);
  }
}

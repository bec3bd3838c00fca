package hallmonitor.messaging.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hashes by which a picture is found again. PDQ stays nearly the same when a picture is scaled
 * or compressed, but not when a strip of more than some hundredths is cut off. So a listed picture
 * is hashed with and without strips of 15 hundredths, and one that is looked for with strips of 0
 * to 11: together they meet every cut from 0 to 15 within two hundredths.
 *
 * @param quality how much there is to see, from 0, which is nothing, to 100
 * @param hashes at least one; the first is that of the whole picture
 */
public record PictureHashes(int quality, List<PdqHash> hashes) {
  /** PDQ's authors advise to use no hash of a lower quality. */
  public static final int LEAST_QUALITY = 50;

  private static final double[] LISTED_CUTS = {0, 0.15};
  private static final double[] POSTED_CUTS = {0, 0.0375, 0.075, 0.1125};

  /** The gradient of a picture that counts as full quality, by PDQ's authors. */
  private static final int FULL = 90;

  public PictureHashes {
    hashes = List.copyOf(hashes);
  }

  /**
   * Returns the hashes by which a picture is found later.
   *
   * @return empty if it cannot be decoded
   */
  public static Optional<PictureHashes> listed(byte[] content) {
    return GrayPicture.of(content).map(gray -> of(gray, LISTED_CUTS, false));
  }

  /**
   * Returns the hashes of a picture that is looked for, in all positions: mirrored, and turned by
   * quarters.
   *
   * @return empty if it cannot be decoded
   */
  public static Optional<PictureHashes> posted(byte[] content) {
    return GrayPicture.of(content).map(gray -> of(gray, POSTED_CUTS, true));
  }

  private static PictureHashes of(GrayPicture gray, double[] cuts, boolean turned) {
    float[][] whole = gray.square(PdqFrequencies.SIDE, 0, 0, 0, 0);
    List<PdqHash> hashes = new ArrayList<>();
    for (double left : cuts) {
      for (double right : cuts) {
        for (double top : cuts) {
          for (double bottom : cuts) {
            PdqFrequencies part =
                PdqFrequencies.of(gray.square(PdqFrequencies.SIDE, left, right, top, bottom));
            hashes.addAll(turned ? part.turned() : List.of(part.hash()));
          }
        }
      }
    }
    return new PictureHashes(quality(whole), hashes);
  }

  /** As PDQ's authors measure it: the sum of the steps between neighbors, in hundredths. */
  private static int quality(float[][] square) {
    int sum = 0;
    for (int y = 0; y < square.length; y++) {
      for (int x = 0; x < square.length; x++) {
        sum += y + 1 < square.length ? step(square[y][x], square[y + 1][x]) : 0;
        sum += x + 1 < square.length ? step(square[y][x], square[y][x + 1]) : 0;
      }
    }
    return Math.min(100, sum / FULL);
  }

  private static int step(float one, float other) {
    return Math.abs((int) ((one - other) * 100 / 255));
  }

  /** Returns PDQ's own hash, of the whole picture as it is. */
  public PdqHash whole() {
    return hashes.get(0);
  }

  /** Returns the fewest bits by which a hash of this differs from one of the other. */
  public int distance(List<PdqHash> others) {
    int least = PdqHash.BITS;
    for (PdqHash one : hashes) {
      for (PdqHash other : others) {
        least = Math.min(least, one.distance(other));
      }
    }
    return least;
  }
}

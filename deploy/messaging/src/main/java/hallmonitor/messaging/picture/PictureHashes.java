package hallmonitor.messaging.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The hashes by which a picture is found again. PDQ stays nearly the same when a picture is scaled
 * or compressed, but not when a strip of more than some hundredths is cut off. So a listed picture
 * is hashed with and without strips of 15 hundredths of each side, and {@link PostedPicture} cuts
 * strips of other widths off one that is looked for. Of one that may be looked for later, a few
 * hashes are kept.
 *
 * @param quality how much there is to see, from 0, which is nothing, to 100
 * @param hashes at least one; the first is that of the whole picture
 */
public record PictureHashes(int quality, List<PdqHash> hashes) {
  /** PDQ's authors advise to use no hash of a lower quality. */
  public static final int LEAST_QUALITY = 50;

  private static final double[] CUTS = {0, 0.15};

  /** Between those of listed pictures, so that cuts of 0, 7.5 and 15 hundredths are met. */
  private static final double[] KEPT_CUTS = {0, 0.075};

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
    return of(content, CUTS, frequencies -> Stream.of(frequencies.hash()));
  }

  /**
   * Returns the same in all eight positions, mirrored and turned: with them a picture is found by
   * the hashes that were {@link #kept} of others.
   *
   * @return empty if it cannot be decoded
   */
  public static Optional<PictureHashes> turned(byte[] content) {
    return of(content, CUTS, frequencies -> frequencies.turned().stream());
  }

  /**
   * Returns the hashes by which a picture that was posted is compared later with one that is listed
   * then, once the picture itself is gone.
   *
   * @return empty if it cannot be decoded
   */
  public static Optional<PictureHashes> kept(byte[] content) {
    return of(content, KEPT_CUTS, frequencies -> Stream.of(frequencies.hash()));
  }

  private static Optional<PictureHashes> of(
      byte[] content, double[] cuts, Function<PdqFrequencies, Stream<PdqHash>> hashes) {
    return GrayPicture.of(content)
        .map(
            gray ->
                new PictureHashes(
                    quality(gray.square(PdqFrequencies.SIDE, PictureCut.NONE)),
                    cuts(cuts)
                        .map(cut -> PdqFrequencies.of(gray.square(PdqFrequencies.SIDE, cut)))
                        .flatMap(hashes)
                        .toList()));
  }

  /** Returns whether it shows enough to be told from others. */
  public boolean isTellable() {
    return quality >= LEAST_QUALITY;
  }

  /** Returns the fewest bits by which one of these hashes differs from one of the others. */
  public static int distance(List<PdqHash> these, List<PdqHash> others) {
    int least = PdqHash.BITS;
    for (PdqHash one : these) {
      for (PdqHash other : others) {
        least = Math.min(least, one.distance(other));
      }
    }
    return least;
  }

  /** Returns all cuts with one of these shares on each side; the first share comes first. */
  static Stream<PictureCut> cuts(double... shares) {
    List<PictureCut> cuts = new ArrayList<>();
    for (double left : shares) {
      for (double right : shares) {
        for (double top : shares) {
          for (double bottom : shares) {
            cuts.add(new PictureCut(left, right, top, bottom));
          }
        }
      }
    }
    return cuts.stream();
  }

  /** As PDQ's authors measure it: the sum of the steps between neighbors, in hundredths. */
  static int quality(float[][] square) {
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
}

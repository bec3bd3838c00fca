package hallmonitor.messaging.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture that is looked for: by the hash that others have of it, by hashes of many parts of it,
 * in all positions, and, around the parts that come nearest, by hashes of others. So a cut on all
 * four sides is met, although a hash changes with each hundredth that is cut off.
 */
public final class PostedPicture {
  /**
   * So many bits of 256 may differ. {@code deploy/bench/pictures --known} measures it: pictures
   * that are not alike differ by more, even with strips cut off, mirrored, and turned.
   */
  public static final int ALIKE = 40;

  /**
   * So many bits may differ after a search, which makes pictures that are not alike more alike,
   * too: of 20,112 such pairs the nearest differs by 36 then. PDQ's authors use this limit.
   */
  public static final int ALIKE_IF_SEARCHED = 31;

  /** Of more bits, no search around a part makes so few that a picture is the same. */
  public static final int NEAR = 84;

  /** With the listed ones, all cuts from 0 to 0.15 are met within half a step. */
  private static final double[] CUTS = {0, 0.0375, 0.075, 0.1125};

  private static final double[] STEPS = {0.0188, 0.0094, 0.0047};

  /** So many parts of a picture are searched around. */
  private static final int STARTS = 3;

  private record Part(PictureCut cut, List<PdqHash> turned) {}

  /**
   * A part that comes near.
   *
   * @param way in which it is turned
   * @param to the listed hash
   * @param bits that differ
   */
  private record Near(PictureCut cut, int way, PdqHash to, int bits) {}

  private final GrayPicture gray;
  private final int quality;
  private final List<Part> parts = new ArrayList<>();

  private PostedPicture(GrayPicture gray) {
    this.gray = gray;
    this.quality = PictureHashes.quality(gray.square(PdqFrequencies.SIDE, PictureCut.NONE));
    parts.add(new Part(PictureCut.NONE, new SampledPicture(gray).frequencies().turned()));
    PictureHashes.cuts(CUTS).forEach(cut -> parts.add(new Part(cut, frequencies(cut).turned())));
  }

  /** Returns empty if it cannot be decoded. */
  public static Optional<PostedPicture> of(byte[] content) {
    return GrayPicture.of(content).map(PostedPicture::new);
  }

  private PdqFrequencies frequencies(PictureCut cut) {
    return PdqFrequencies.of(gray.square(PdqFrequencies.SIDE, cut));
  }

  /** Returns how much there is to see, as {@link PictureHashes#quality}. */
  public int quality() {
    return quality;
  }

  /**
   * Returns the fewest bits by which a part differs from a listed picture.
   *
   * @param listed its hashes
   */
  public int distance(List<PdqHash> listed) {
    int least = PdqHash.BITS;
    for (Part part : parts) {
      least = Math.min(least, PictureHashes.distance(part.turned(), listed));
    }
    return least;
  }

  /**
   * Returns the same, after a search around the parts that come nearest. It takes some hundredths
   * of a second, so it is only for pictures within {@link #NEAR}.
   */
  public int searched(List<PdqHash> listed) {
    return parts.stream()
        .flatMap(part -> nearest(part, listed))
        .sorted(Comparator.comparingInt(Near::bits))
        .limit(STARTS)
        .mapToInt(this::around)
        .min()
        .orElse(PdqHash.BITS);
  }

  private static Stream<Near> nearest(Part part, List<PdqHash> listed) {
    Near nearest = null;
    for (int way = 0; way < part.turned().size(); way++) {
      for (PdqHash other : listed) {
        int bits = part.turned().get(way).distance(other);
        if (nearest == null || bits < nearest.bits()) {
          nearest = new Near(part.cut(), way, other, bits);
        }
      }
    }
    return Stream.ofNullable(nearest);
  }

  /** Moves one side at a time by smaller and smaller steps, as long as fewer bits differ. */
  private int around(Near start) {
    Near best = start;
    for (double step : STEPS) {
      Near before;
      do {
        before = best;
        for (int side = 0; side < PictureCut.SIDES; side++) {
          best = fewer(best, side, step);
        }
      } while (best.bits() < before.bits());
    }
    return best.bits();
  }

  private Near fewer(Near now, int side, double step) {
    Near best = now;
    for (double more : new double[] {step, -step}) {
      PictureCut moved = now.cut().with(side, more);
      int bits = frequencies(moved).turned(now.way()).distance(now.to());
      best = bits < best.bits() ? new Near(moved, now.way(), now.to(), bits) : best;
    }
    return best;
  }
}

package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.messaging.picture.PostedPicture;
import hallmonitor.moderation.store.archive.KnownInPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All pictures that the district looks for, from its file and its people. Pure. */
public record KnownPictures(List<KnownPicture> all) {
  public static final KnownPictures NONE = new KnownPictures(List.of());

  /** A search takes some hundredths of a second, so it is made for these only. */
  private static final int MOST_SEARCHED = 60;

  private record Compared(KnownPicture known, int bits) {}

  public KnownPictures {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns the one that this picture is; of several, the closest. */
  KnownInPicture in(PostedPicture posted) {
    if (posted.quality() < PictureHashes.LEAST_QUALITY) {
      return KnownInPicture.NONE;
    }
    List<Compared> near = near(posted);
    return closest(near, PostedPicture.ALIKE)
        .or(() -> closest(searched(near, posted), PostedPicture.ALIKE_IF_SEARCHED))
        .map(KnownPicture::found)
        .orElse(KnownInPicture.NONE);
  }

  /** Returns those that come near, the nearest first. */
  private List<Compared> near(PostedPicture posted) {
    List<Compared> near = new ArrayList<>();
    for (KnownPicture known : all) {
      int bits = posted.distance(known.hashes());
      if (bits <= PostedPicture.NEAR) {
        near.add(new Compared(known, bits));
      }
    }
    near.sort(Comparator.comparingInt(Compared::bits));
    return near;
  }

  private static List<Compared> searched(List<Compared> near, PostedPicture posted) {
    return near.stream()
        .limit(MOST_SEARCHED)
        .map(Compared::known)
        .map(known -> new Compared(known, posted.searched(known.hashes())))
        .toList();
  }

  private static Optional<KnownPicture> closest(List<Compared> compared, int most) {
    return compared.stream()
        .filter(c -> c.bits() <= most)
        .min(Comparator.comparingInt(Compared::bits))
        .map(Compared::known);
  }
}

package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.store.archive.KnownInPicture;
import java.util.List;
import java.util.Optional;

/** All pictures that the district looks for, from its file and its people. Pure. */
public record KnownPictures(List<KnownPicture> all) {
  /**
   * So many bits of 256 may differ. {@code deploy/bench/pictures --known} measures it: pictures
   * that are not alike differ by more, even with strips cut off, mirrored, and turned.
   */
  public static final int MOST_BITS = 40;

  public static final KnownPictures NONE = new KnownPictures(List.of());

  public KnownPictures {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Returns the one that this picture is; of several, the closest. */
  KnownInPicture in(PictureHashes posted) {
    if (posted.quality() < PictureHashes.LEAST_QUALITY) {
      return KnownInPicture.NONE;
    }
    Optional<KnownPicture> closest = Optional.empty();
    int least = MOST_BITS + 1;
    for (KnownPicture known : all) {
      int distance = posted.distance(known.hashes());
      if (distance < least) {
        least = distance;
        closest = Optional.of(known);
      }
    }
    return closest.map(KnownPicture::found).orElse(KnownInPicture.NONE);
  }
}

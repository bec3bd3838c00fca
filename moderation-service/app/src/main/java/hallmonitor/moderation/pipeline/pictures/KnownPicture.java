package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.KnownPictureReason;
import hallmonitor.moderation.store.archive.KnownInPicture;
import java.util.List;

/**
 * A picture that the district looks for.
 *
 * @param key that names it among all
 * @param name by which people find it in their lists; verdicts cite it
 * @param score of the finding, from 0 to 1
 * @param hashes PDQ, at least one
 */
public record KnownPicture(
    String key, String name, Category category, double score, List<PdqHash> hashes) {
  public KnownPicture {
    hashes = List.copyOf(hashes);
  }

  KnownInPicture found() {
    return new KnownInPicture(key, category.label(), score, KnownPictureReason.of(name));
  }
}

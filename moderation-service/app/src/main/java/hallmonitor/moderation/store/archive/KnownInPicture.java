package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.List;

/**
 * What a picture of a comment was found to be.
 *
 * @param key of the known picture; empty if it is none
 * @param category label, as in policy files
 * @param score that its list gives it, from 0 to 1
 * @param why one sentence that a principal understands
 */
public record KnownInPicture(String key, String category, double score, String why) {
  /** It is no known picture. */
  public static final KnownInPicture NONE = new KnownInPicture("", "", 0, "");

  /** Detector name of such findings. */
  public static final String DETECTOR = CaseEscalated.Finding.KNOWN_PICTURE;

  /** Returns the finding: the picture is one, so it has no spans in the comment's text. */
  public List<Finding> findings() {
    return Category.of(category)
        .map(found -> List.of(new Finding(found, score, DETECTOR, List.of(), why)))
        .orElse(List.of());
  }
}

package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import java.util.Optional;

/** How sure the detector is that a comment is signed with a name that is not its author's. */
final class FalseSignatures {
  private static final SignatureDetector DETECTOR = new SignatureDetector(LocalNames.NONE);

  private FalseSignatures() {}

  /**
   * Returns 0 to 1.
   *
   * @param text with {@code \n}, as two characters, for a line end, as in rows of tests
   */
  static double score(String author, String text) {
    return score(DETECTOR, author, text);
  }

  static double score(SignatureDetector detector, String author, String text) {
    String lines = text.replace("\\n", "\n");
    return detector.detect(Comment.of(lines, author, "", Optional.empty(), "school")).stream()
        .filter(f -> f.category() == Category.FALSE_SIGNATURE)
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }
}

package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Optional;

/**
 * What the policy reader answered about one comment, kept as a finding. It is a third opinion on
 * what the others found: it never triggers a clause by itself.
 */
public final class PolicyReading {
  /** Detector name of the finding. */
  public static final String NAME = "policy reader";

  /** An answer that is less sure than this is kept and changes nothing. */
  public static final double SURE = 0.7;

  private PolicyReading() {}

  /**
   * Returns an answer as a finding. Its score is how sure the reader is that the category applies,
   * in its own words and not calibrated; a reader that is sure of neither scores 0.5.
   *
   * @param applies whether the reader says that the comment is of the category
   * @param confidence how sure it says to be, from 0 to 1
   * @param why sentence for people, with model, clause and reason
   */
  public static Finding of(Category category, boolean applies, double confidence, String why) {
    double sure = Math.max(0.5, confidence);
    return new Finding(category, applies ? sure : 1 - sure, NAME, List.of(), why);
  }

  public static boolean is(Finding finding) {
    return finding.detector().equals(NAME);
  }

  /** Returns the answer among findings, if the reader was asked and answered. */
  public static Optional<Finding> in(List<Finding> findings) {
    for (Finding finding : findings) {
      if (is(finding)) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  /** Returns whether the reader is sure that the category applies. */
  public static boolean confirms(Finding reading) {
    return reading.score() >= SURE;
  }

  /** Returns whether the reader is sure that the category does not apply. */
  public static boolean denies(Finding reading) {
    return reading.score() <= 1 - SURE;
  }
}

package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Objects;

/**
 * What one detector saw: what is there and how sure the detector is. The policy decides what
 * follows.
 *
 * @param score from 0 to 1: a calibrated probability, or 1 for a rule that leaves no doubt
 * @param detector its name, such as {@code lexicon}
 * @param spans the words that caused it, in the original text; may be empty if it concerns the
 *     whole text
 * @param why one sentence that a principal understands
 */
public record Finding(
    Category category, double score, String detector, List<Span> spans, String why) {
  public Finding {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(detector, "detector");
    Objects.requireNonNull(why, "why");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "score " + score + " of " + detector + " is not within 0 to 1");
    }
    spans = List.copyOf(spans);
  }

  /** Returns the highest score of a category among findings; 0 if none is of it. */
  public static double strongest(List<Finding> findings, Category category) {
    double strongest = 0;
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      strongest = finding.category == category ? Math.max(strongest, finding.score) : strongest;
    }
    return strongest;
  }
}

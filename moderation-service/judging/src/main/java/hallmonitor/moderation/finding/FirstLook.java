package hallmonitor.moderation.finding;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What can be said of a comment without the slow models.
 *
 * @param findings all of them if no second look is needed; otherwise those that it cannot take back
 * @param danger how dangerous the comment may be, from 0 to 1, by which second looks are ordered
 *     (at most 0.5 if it is of no category of danger); empty if it needs none
 */
public record FirstLook(List<Finding> findings, OptionalDouble danger) {
  /** Nothing was found, and no second look is needed. */
  public static final FirstLook NOTHING = whole(List.of());

  public FirstLook {
    findings = List.copyOf(findings);
  }

  static FirstLook whole(List<Finding> findings) {
    return new FirstLook(findings, OptionalDouble.empty());
  }

  /** Returns the highest score of a category of danger. */
  public static double danger(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> ModelDetector.DANGER.contains(finding.category()))
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  /** Returns those of these findings that no second look can take back. */
  public static List<Finding> standing(List<Finding> findings) {
    return Corroboration.standing(findings);
  }

  /** Returns whether slower models must read the comment as well. */
  public boolean needsSecondLook() {
    return danger.isPresent();
  }
}

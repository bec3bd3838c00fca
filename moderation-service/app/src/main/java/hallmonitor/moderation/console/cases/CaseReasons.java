package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Clause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a case is there, in a form for people. Audit, evidence and exports keep every finding.
 *
 * @param deciding the findings behind the clause, and those that are more likely than not
 * @param other weaker signs of something else
 */
public record CaseReasons(List<CategoryFindings> deciding, List<CategoryFindings> other) {
  /** Signs of something else with a lower score mean nothing to a person. */
  private static final double FLOOR = .05;

  private static final double LIKELY = .5;

  public CaseReasons {
    deciding = List.copyOf(deciding);
    other = List.copyOf(other);
  }

  /**
   * Sorts findings.
   *
   * @param findings in reading order
   * @param clause the clause that decided; absent if the policy no longer has it or none did
   * @param category the category that weighed most; its surest finding is always shown
   */
  static CaseReasons of(List<Finding> findings, @Nullable Clause clause, String category) {
    List<Finding> told =
        findings.stream()
            .filter(
                f -> f.score() >= FLOOR || decides(f, clause) || isSurest(f, findings, category))
            .toList();
    List<CategoryFindings> deciding = new ArrayList<>();
    List<CategoryFindings> other = new ArrayList<>();
    for (CategoryFindings found : CategoryFindings.of(told)) {
      (weighs(found, told, clause, category) ? deciding : other).add(found);
    }
    return new CaseReasons(deciding, other);
  }

  private static boolean decides(Finding finding, @Nullable Clause clause) {
    return finding.category() == Category.DETECTOR_FAILURE
        || clause != null && clause.restsOn(finding);
  }

  private static boolean isSurest(Finding finding, List<Finding> findings, String category) {
    return finding.category().label().equals(category)
        && finding.score() == Finding.strongest(findings, finding.category());
  }

  private static boolean weighs(
      CategoryFindings found, List<Finding> told, @Nullable Clause clause, String category) {
    Category of = found.first().category();
    return of.label().equals(category)
        || Finding.strongest(told, of) >= LIKELY
        || told.stream().anyMatch(f -> f.category() == of && decides(f, clause));
  }
}

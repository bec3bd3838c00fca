package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of one category, so that a page says it once.
 *
 * @param first the finding to read first: a rule, which names its words, comes before the model
 * @param more the others that say something else or rest on other words, in reading order
 */
public record CategoryFindings(Finding first, List<Finding> more) {
  public CategoryFindings {
    more = List.copyOf(more);
  }

  /**
   * Groups findings by category, each at the place of its first one.
   *
   * @param findings in reading order
   */
  public static List<CategoryFindings> of(List<Finding> findings) {
    Map<Category, List<Finding>> byCategory = new LinkedHashMap<>();
    findings.forEach(
        f -> byCategory.computeIfAbsent(f.category(), category -> new ArrayList<>()).add(f));
    return byCategory.values().stream().map(CategoryFindings::together).toList();
  }

  private static CategoryFindings together(List<Finding> ofOne) {
    List<Finding> said = new ArrayList<>();
    for (Finding finding : ofOne) {
      if (said.stream().noneMatch(earlier -> sameReason(earlier, finding))) {
        said.add(finding);
      }
    }
    return new CategoryFindings(said.get(0), said.subList(1, said.size()));
  }

  private static boolean sameReason(Finding one, Finding other) {
    return one.why().equals(other.why()) && one.spans().equals(other.spans());
  }
}

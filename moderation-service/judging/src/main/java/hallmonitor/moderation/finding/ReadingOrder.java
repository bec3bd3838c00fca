package hallmonitor.moderation.finding;

import java.util.Comparator;
import java.util.List;

/**
 * The order that a person reads findings in: what rules found comes before what the statistical
 * model made of the whole comment, and within each the surest first. A rule names its words; a
 * model can only say which ones weighed.
 */
public final class ReadingOrder {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(ReadingOrder::isOfModel)
          .thenComparing(Comparator.comparingDouble(Finding::score).reversed());

  private ReadingOrder() {}

  public static List<Finding> of(List<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }

  /**
   * Returns the spans that a reader should look at first: those of rules, or those of the model if
   * no rule has any.
   */
  public static List<Span> firstSpans(List<Finding> findings) {
    List<Span> ofRules = spans(findings.stream().filter(f -> !isOfModel(f)).toList());
    return ofRules.isEmpty() ? spans(findings) : ofRules;
  }

  private static List<Span> spans(List<Finding> findings) {
    return findings.stream().flatMap(finding -> finding.spans().stream()).toList();
  }

  private static boolean isOfModel(Finding finding) {
    return finding.detector().equals(ModelDetector.NAME);
  }
}

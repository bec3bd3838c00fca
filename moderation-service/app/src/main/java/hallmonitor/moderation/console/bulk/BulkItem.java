package hallmonitor.moderation.console.bulk;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.wording.Sentence;

/**
 * A case in the preview of a bulk.
 *
 * @param refusal why nothing will be done to it; empty when the decision is legal
 */
public record BulkItem(CaseView view, Decision.Kind kind, Sentence refusal) {
  public boolean isLegal() {
    return refusal.isEmpty();
  }

  /** What will happen to it. */
  public Sentence getMeans() {
    return isLegal()
        ? view.getChoices().stream()
            .filter(choice -> choice.kind() == kind)
            .map(choice -> choice.means())
            .findFirst()
            .orElseThrow()
        : refusal;
  }
}

package hallmonitor.moderation.console.bulk;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.wording.Sentence;

/**
 * A case in the preview of a bulk decision.
 *
 * @param refusal why nothing will be done to it; empty if the decision is allowed
 */
public record BulkItem(CaseView view, Decision.Kind kind, Sentence refusal) {
  public boolean isLegal() {
    return refusal.isEmpty();
  }

  /** Returns what will happen to it. */
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

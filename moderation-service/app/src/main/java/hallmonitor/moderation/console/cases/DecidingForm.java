package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.policy.Clause;
import java.util.List;
import java.util.UUID;

/**
 * What the forms of a decision offer besides its keys.
 *
 * @param clauses of the current policy
 * @param reasons prepared sentences, those for the case's clause first
 * @param roles who can be notified
 * @param formId id of the next submission, so that it counts once
 * @param part whether the form is beside the case's row, which the answer then replaces
 */
public record DecidingForm(
    CaseView view,
    List<Clause> clauses,
    List<String> reasons,
    List<String> roles,
    UUID formId,
    boolean part) {
  DecidingForm asPart() {
    return new DecidingForm(view, clauses, reasons, roles, formId, true);
  }

  /** Returns the option for the case's own clause; empty if a detector failed. */
  public String getOwn() {
    return clauses.stream()
        .filter(c -> c.id().equals(view.clause()))
        .findFirst()
        .map(ClauseTexts::numbered)
        .orElse(view.clause());
  }
}

package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.policy.Clause;
import java.util.List;
import java.util.UUID;

/**
 * What the forms of a decision offer beside its keys.
 *
 * @param clauses of the policy in force
 * @param reasons sentences to choose from, those made for the case's clause first
 * @param roles who can be told
 * @param formId of the next thing sent that must count once
 * @param part whether it is sent from beside the case's row, which the answer then replaces
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

  /** The case's own clause as it is offered; empty where a detector failed. */
  public String getOwn() {
    return clauses.stream()
        .filter(c -> c.id().equals(view.clause()))
        .findFirst()
        .map(c -> c.id() + " " + c.title())
        .orElse(view.clause());
  }
}

package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A person's escalation of a case. It cannot be undone, because people are notified.
 *
 * @param version the case version that the person saw
 * @param by the person's user name
 * @param clause that it rests on
 * @param roles who is notified; at least one
 * @param reason in words; not blank
 */
public record ManualEscalation(
    UUID caseId,
    int version,
    String by,
    Clause clause,
    List<String> roles,
    Urgency urgency,
    String reason) {
  public ManualEscalation {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(urgency, "urgency");
    roles = List.copyOf(roles);
    if (roles.isEmpty() || reason.isBlank()) {
      throw new IllegalArgumentException("an escalation by hand needs roles and a reason");
    }
  }

  /** Returns the clause as applied here, which does not affect the comment's visibility. */
  Clause applied() {
    return clause.withConsequence(
        new Consequence(PolicyOutcome.ESCALATE, false, roles, urgency, clause.then().strike()));
  }
}

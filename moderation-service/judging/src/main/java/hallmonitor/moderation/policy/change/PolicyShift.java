package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How another policy answers one comment differently.
 *
 * @param clause id of the clause behind it: for what is new, the one that asks for it; for what no
 *     longer happens, the one that asked for it. Empty where a failed detector caused it.
 */
public record PolicyShift(Kind kind, String clause) {
  /** In the order in which they are shown; the names are those of the database. */
  public enum Kind {
    NEWLY_HIDDEN,
    NEWLY_ESCALATED,
    NEWLY_REVIEWED,
    NO_LONGER_HIDDEN,
    NO_LONGER_ESCALATED,
    NEWLY_ALLOWED
  }

  /** All ways in which one answer differs from the other; none when nothing else would be done. */
  public static List<PolicyShift> between(Verdict before, Verdict after) {
    List<PolicyShift> shifts = new ArrayList<>();
    String asks = clause(after);
    String asked = clause(before);
    boolean allowed = after.outcome() == PolicyOutcome.ALLOW;
    if (after.hides() && !before.hides()) {
      shifts.add(new PolicyShift(Kind.NEWLY_HIDDEN, hiding(after)));
    }
    if (escalates(after) && !escalates(before)) {
      shifts.add(new PolicyShift(Kind.NEWLY_ESCALATED, asks));
    }
    if (before.outcome() == PolicyOutcome.ALLOW && after.outcome() == PolicyOutcome.REVIEW) {
      shifts.add(new PolicyShift(Kind.NEWLY_REVIEWED, asks));
    }
    if (before.hides() && !after.hides() && !allowed) {
      shifts.add(new PolicyShift(Kind.NO_LONGER_HIDDEN, hiding(before)));
    }
    if (escalates(before) && !escalates(after) && !allowed) {
      shifts.add(new PolicyShift(Kind.NO_LONGER_ESCALATED, asked));
    }
    if (allowed && before.outcome() != PolicyOutcome.ALLOW) {
      shifts.add(new PolicyShift(Kind.NEWLY_ALLOWED, asked));
    }
    return shifts;
  }

  private static boolean escalates(Verdict verdict) {
    return verdict.outcome() == PolicyOutcome.ESCALATE;
  }

  private static String clause(Verdict verdict) {
    return id(verdict.decisive());
  }

  /** An escalation may decide and another clause hide. */
  private static String hiding(Verdict verdict) {
    return id(verdict.hits().stream().filter(hit -> hit.clause().then().hide()).findFirst());
  }

  private static String id(Optional<ClauseHit> hit) {
    return hit.map(h -> h.clause().id()).orElse("");
  }
}

package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A difference between two policies' answers to one comment.
 *
 * @param clause id of the clause that asks for what is new, or that asked for what no longer
 *     happens; empty if a failed detector caused it
 */
public record PolicyShift(Kind kind, String clause) {
  /** In display order; the database stores these names. */
  public enum Kind {
    NEWLY_HIDDEN,
    NEWLY_ESCALATED,
    NEWLY_REVIEWED,
    NO_LONGER_HIDDEN,
    NO_LONGER_ESCALATED,
    NEWLY_ALLOWED
  }

  /** Returns all differences of two answers; empty if both lead to the same actions. */
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

  /** Returns the hiding clause, which may differ from the one that decides an escalation. */
  private static String hiding(Verdict verdict) {
    return id(verdict.hits().stream().filter(hit -> hit.clause().then().hide()).findFirst());
  }

  private static String id(Optional<ClauseHit> hit) {
    return hit.map(h -> h.clause().id()).orElse("");
  }
}

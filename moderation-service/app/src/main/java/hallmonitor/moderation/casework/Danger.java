package hallmonitor.moderation.casework;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is dangerous to leave in sight, so that its hide goes before others and may not fail
 * unnoticed.
 */
public final class Danger {
  private static final Set<Category> CATEGORIES =
      EnumSet.of(
          Category.THREAT, Category.THREAT_REPORT, Category.SELF_HARM, Category.ABUSE_DISCLOSURE);

  private Danger() {}

  /** Returns whether a verdict says so; a person may say so too by escalating the case. */
  public static boolean isIn(CaseVerdict verdict) {
    return verdict.outcome() == PolicyOutcome.ESCALATE
        || Category.of(verdict.category()).filter(CATEGORIES::contains).isPresent();
  }
}

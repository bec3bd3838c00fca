package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;

/**
 * The verdict behind a case.
 *
 * @param revision the judged revision; the comment may have been edited since
 * @param outcome never {@link PolicyOutcome#ALLOW}
 * @param clause id of the deciding clause; empty if a detector failed
 * @param category label of the category that weighed most
 * @param strikes whether the clause counts against the author
 * @param seenAt when the connector read the revision
 */
public record CaseVerdict(
    String revision,
    PolicyOutcome outcome,
    String clause,
    String category,
    boolean strikes,
    Instant seenAt) {
  public CaseVerdict {
    if (outcome == PolicyOutcome.ALLOW) {
      throw new IllegalArgumentException("nobody need look at a comment that is allowed");
    }
  }
}

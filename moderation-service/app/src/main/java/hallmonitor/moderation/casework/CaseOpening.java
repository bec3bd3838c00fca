package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.Objects;

/**
 * A person's wish to open a case about a comment that has none, because the policy allowed it.
 *
 * @param building id of the account's building; empty if the account is not in the district's file
 * @param revision the newest one with a text
 * @param seenAt when the connector read that revision
 * @param clause that the person thinks it breaks
 * @param urgency its place in the queue
 * @param by the person's user name
 * @param why one sentence for people
 */
public record CaseOpening(
    CommentKey comment,
    String building,
    String revision,
    Instant seenAt,
    Visibility visibility,
    Clause clause,
    Urgency urgency,
    String by,
    String why) {
  public CaseOpening {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(why, "why");
  }
}

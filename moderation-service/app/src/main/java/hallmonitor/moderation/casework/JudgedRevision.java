package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.time.Instant;
import java.util.Objects;

/**
 * A revision of a comment and the policy's answer to it. Casework knows nothing else about
 * platforms and events.
 *
 * @param building id of the building of its account
 * @param visibility of the comment, as far as it is known
 * @param seenAt when the connector read it
 * @param longPast whether it is an old comment from the account's history. Hiding or reporting
 *     those automatically would flood a building with alarms about past years, and undo decisions
 *     that people made back then. So a person looks first, no matter what the policy asks for.
 * @param secondLook whether this is the verdict of the second look, by all models, after one of the
 *     first
 * @param pictures how many of its pictures this verdict rests on, too; only in a second look
 */
public record JudgedRevision(
    CommentKey comment,
    String building,
    String revision,
    Visibility visibility,
    Instant seenAt,
    boolean longPast,
    boolean secondLook,
    int pictures,
    Verdict verdict) {
  public JudgedRevision {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(building, "building");
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(seenAt, "seenAt");
    Objects.requireNonNull(verdict, "verdict");
  }

  boolean allowed() {
    return verdict.outcome() == PolicyOutcome.ALLOW;
  }

  /** Returns the outcome to act on. */
  PolicyOutcome outcome() {
    return longPast ? PolicyOutcome.REVIEW : verdict.outcome();
  }

  /** Returns whether the comment is hidden without waiting for a person. */
  boolean hides() {
    return !longPast && verdict.hides();
  }

  /** Returns whether it waits in the danger lane, which takes no old comments. */
  boolean dangerLane() {
    return !longPast && verdict.dangerLane();
  }

  /** Returns whether it is escalated. */
  boolean escalates() {
    return outcome() == PolicyOutcome.ESCALATE;
  }
}

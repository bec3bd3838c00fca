package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block that someone made by hand on the platform, from one row of the database.
 *
 * @param reason empty until a person adds it, with the last day
 * @param reference for an appeal; absent until there is a reason
 * @param notice what its author is told
 * @param told whether they could be; null until a person says so
 * @param ordered whether the platform was asked to lift it
 * @param failed whether it did not
 * @param unanswered whether it was asked more than a day ago and has not answered
 * @param atStart whether it was there when the account was connected
 * @param caseId the newest case about a comment of theirs; absent if there is none
 * @param violations of theirs that count now, as for a block from here
 * @param overdue whether its last day is over and it still stands
 * @param soon whether it ends within a week
 */
public record HandBlockView(
    UUID handBlockId,
    String account,
    String platform,
    String authorName,
    Instant firstSeenAt,
    Instant seenAt,
    Instant goneAt,
    String reason,
    LocalDate lastDay,
    String noterName,
    Instant notedAt,
    @Nullable String reference,
    String notice,
    @Nullable Boolean told,
    String toldHow,
    String tellerName,
    Instant toldAt,
    String takenBackWhy,
    String takerName,
    Instant takenBackAt,
    boolean ordered,
    boolean failed,
    String trouble,
    boolean unanswered,
    boolean atStart,
    UUID caseId,
    int violations,
    boolean overdue,
    boolean soon) {
  public boolean isGone() {
    return goneAt != null;
  }

  public boolean isTakenBack() {
    return takenBackAt != null;
  }

  /** Returns whether it stands and nobody wants it lifted. */
  public boolean isKept() {
    return !isGone() && !isTakenBack();
  }

  public boolean isUnexplained() {
    return isKept() && reason.isEmpty();
  }

  /** Returns whether a person has to lift it on the platform. */
  public boolean isToLift() {
    return isTakenBack() ? !isGone() && (!ordered || failed || unanswered) : overdue;
  }

  /** Returns whether a person has to tell its author. */
  public boolean isToTell() {
    return isKept() && !reason.isEmpty() && told == null && !overdue;
  }

  /** Returns whether a person has to do something about it, beyond looking through the old ones. */
  public boolean isTask() {
    return isUnexplained() && !atStart || isToLift() || isToTell();
  }

  /** Returns the reference in groups, as people write it. */
  public String getGroupedReference() {
    return reference == null ? "" : new ShortCode(reference).toString();
  }
}

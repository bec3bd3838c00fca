package hallmonitor.moderation.console.objections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A block that someone made by hand on the platform, from one row of the database.
 *
 * @param reason empty until a person adds it, with the last day
 * @param caseId the newest case about a comment of theirs; absent if there is none
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
    UUID caseId,
    boolean overdue,
    boolean soon) {
  public boolean isUnexplained() {
    return goneAt == null && reason.isEmpty();
  }

  /** Returns whether a person has to do something about it. */
  public boolean isTask() {
    return isUnexplained() || overdue;
  }

  public boolean isGone() {
    return goneAt != null;
  }
}

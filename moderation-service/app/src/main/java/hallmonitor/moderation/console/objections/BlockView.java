package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.objections.BlockDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A block with the case that it was proposed from, from one row of the database.
 *
 * @param overdue whether its last day is over and the author is still blocked
 * @param trouble the platform's message while it does not carry out the order
 * @param reference for an appeal against it
 * @param byHand whether a person carries it out on the platform
 * @param rulesVersion of replies.yaml, when it was proposed; empty in blocks from before it was
 *     kept
 * @param seenAt when the platform last listed the author; absent if never
 * @param soon whether it ends within a week
 */
public record BlockView(
    UUID blockId,
    UUID caseId,
    String account,
    String authorName,
    String clause,
    String reason,
    String notice,
    LocalDate lastDay,
    Instant endsAt,
    boolean overdue,
    String state,
    String proposedBy,
    String proposerName,
    Instant proposedAt,
    String approvedBy,
    String approverName,
    Instant approvedAt,
    String endedBy,
    String note,
    String trouble,
    Instant changedAt,
    String building,
    String reference,
    String platform,
    boolean byHand,
    String rulesVersion,
    Instant seenAt,
    boolean soon) {
  private static final Set<String> OVER = Set.of("declined", "ended", "failed");

  /** Returns the reference in groups, as people write it; a block has one from its proposal on. */
  public String getGroupedReference() {
    return new ShortCode(reference).toString();
  }

  public boolean isProposed() {
    return state.equals("proposed");
  }

  public boolean isOn() {
    return state.equals("approved") || state.equals("active");
  }

  /** Returns whether the unblock is ordered but not done by the platform. */
  public boolean isStuck() {
    return state.equals("ending") && !trouble.isEmpty();
  }

  /** Returns whether a person has to block or unblock on the platform now. */
  public boolean isTask() {
    return isStuck() || isToDo() || isToUndo();
  }

  public boolean isToDo() {
    return byHand && state.equals("approved");
  }

  public boolean isToUndo() {
    return byHand && state.equals("ending");
  }

  /** Returns whether someone lifted it on the platform. */
  public boolean isLifted() {
    return BlockDesk.PLATFORM.equals(endedBy);
  }

  public boolean isOver() {
    return OVER.contains(state);
  }

  public boolean isBy(String userName) {
    return proposedBy.equals(userName);
  }
}

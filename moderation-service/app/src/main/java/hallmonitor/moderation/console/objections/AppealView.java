package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An appeal with what it is about, from one row of the database.
 *
 * @param version of the case
 * @param behind user names of the people who may not decide it
 * @param latestText the comment
 */
public record AppealView(
    UUID appealId,
    UUID caseId,
    String reference,
    String about,
    String clause,
    String channel,
    String appellant,
    String contact,
    String why,
    String receivedBy,
    Instant receivedAt,
    Instant dueAt,
    boolean overdue,
    String state,
    String decidedBy,
    String deciderName,
    Instant decidedAt,
    String reason,
    String building,
    String category,
    String authorName,
    String latestText,
    String visibility,
    int version,
    List<String> behind) {

  /** Returns the reference in groups, as people write it. */
  public String getGroupedReference() {
    return new ShortCode(reference).toString();
  }

  public boolean isOpen() {
    return state.equals("open");
  }

  public boolean isBlock() {
    return about.equals("block");
  }

  /** Returns whether this person made the decision under appeal. */
  public boolean isBehind(String userName) {
    return behind.contains(userName);
  }
}

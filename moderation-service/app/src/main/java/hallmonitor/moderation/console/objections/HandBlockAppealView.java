package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a block that was not ordered here, from one row of the database.
 *
 * @param byName whether its sender had no reference
 * @param authorName as the register or the sender says
 * @param handBlockId the block; null if none under this name is known, or several are
 * @param blocks how many it may be about, while it is open
 * @param gone whether that block no longer stands
 * @param caseId of a block from here under this name, which stands; absent if there is none
 * @param behind user names of the people who may not decide it
 */
public record HandBlockAppealView(
    UUID appealId,
    String reference,
    boolean byName,
    String account,
    String platform,
    String authorName,
    @Nullable UUID handBlockId,
    int blocks,
    boolean gone,
    String blockReason,
    UUID caseId,
    String appellant,
    String contact,
    String why,
    Instant receivedAt,
    Instant dueAt,
    boolean overdue,
    String state,
    String decidedBy,
    String deciderName,
    Instant decidedAt,
    String reason,
    List<String> behind) {

  /** Returns the reference in groups, as people write it. */
  public String getGroupedReference() {
    return new ShortCode(reference).toString();
  }

  public boolean isOpen() {
    return state.equals("open");
  }

  public boolean isKnown() {
    return handBlockId != null;
  }

  /** Returns whether a person has to choose the block that it is about. */
  public boolean isSeveral() {
    return isOpen() && blocks > 1;
  }

  /** Returns whether this person stands behind the block, or behind one of this name. */
  public boolean isBehind(String userName) {
    return behind.contains(userName);
  }
}

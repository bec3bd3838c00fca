package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.policy.ReplyTexts;
import java.util.List;
import java.util.UUID;

/**
 * Appeals, replies and blocks of one case, for its page.
 *
 * @param reference for an appeal against the hide; empty if the comment was never hidden
 * @param howTo the form's address for it, or the reference if no address is configured
 * @param blocks of the author
 * @param violations that count against the author
 * @param speaks whether the viewer replies as the organization where the district permits it
 * @param formId id of what is sent with this page, so that it counts once
 */
public record CaseObjections(
    ObjectionSubject subject,
    String reference,
    String howTo,
    List<AppealView> appeals,
    List<ReplyView> replies,
    List<BlockView> blocks,
    List<Violation> violations,
    ReplyTexts rules,
    boolean administrator,
    boolean speaks,
    String userName,
    UUID formId) {

  public boolean isLinked() {
    return !howTo.equals(reference);
  }

  public boolean isReplying() {
    return subject.can("reply") && (isTemplates() || isOwnWords());
  }

  public boolean isTemplates() {
    return !rules.answers().templates().isEmpty();
  }

  public boolean isOwnWords() {
    return rules.answers().ownWords();
  }

  /** Returns whether the platform is known and cannot reply. */
  public boolean isMute() {
    return !subject.capabilities().isEmpty() && !subject.can("reply");
  }

  public boolean isMayReply() {
    return administrator || (speaks && rules.answers().byModerators());
  }

  public boolean isBlocking() {
    return rules.blocking();
  }

  /** Returns whether the platform, or a person there, can block and unblock. */
  public boolean isBlockable() {
    return subject.isBlockable() || subject.isBlockedByHand();
  }

  public boolean isRepeated() {
    return violations.size() >= rules.blocks().leastStrikes();
  }

  /** Returns the blocks proposed from this case, for which an appeal can be recorded here. */
  public List<BlockView> getOwnBlocks() {
    return blocks.stream().filter(b -> b.caseId().equals(subject.caseId())).toList();
  }

  /** Returns whether a block of the author is proposed or active. */
  public boolean isUnderWay() {
    return blocks.stream().anyMatch(b -> !b.isOver());
  }
}

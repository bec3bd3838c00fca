package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.policy.ReplyTexts;
import java.util.List;
import java.util.UUID;

/**
 * Appeals, replies and blocks of one case, for its page.
 *
 * @param reference under which the hide can be objected to; empty when the comment was never hidden
 * @param howTo the address of the form for it, or the reference again where none is configured
 * @param blocks of the author
 * @param violations that stand against the author
 * @param moderates whether the viewer is a moderator or an administrator
 * @param formId names what is sent with this page, so that it counts once
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
    boolean moderates,
    String userName,
    UUID formId) {

  public boolean isLinked() {
    return !howTo.equals(reference);
  }

  public boolean isReplying() {
    return subject.can("reply") && !rules.answers().templates().isEmpty();
  }

  /** Whether the platform is known and cannot answer. */
  public boolean isMute() {
    return !subject.capabilities().isEmpty() && !subject.can("reply");
  }

  public boolean isMayReply() {
    return administrator || (moderates && rules.answers().byModerators());
  }

  public boolean isBlocking() {
    return rules.blocking();
  }

  /** Whether the platform can block, and unblock again. */
  public boolean isBlockable() {
    return subject.can("block-author") && subject.can("unblock-author");
  }

  public boolean isRepeated() {
    return violations.size() >= rules.blocks().leastStrikes();
  }

  /** Those that were proposed from this case, which can be objected to here. */
  public List<BlockView> getOwnBlocks() {
    return blocks.stream().filter(b -> b.caseId().equals(subject.caseId())).toList();
  }

  /** Whether a block of the author is proposed or in force. */
  public boolean isUnderWay() {
    return blocks.stream().anyMatch(b -> !b.isOver());
  }
}

package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.objections.HandBlockQueries.BlockListRead;
import hallmonitor.moderation.console.objections.HandBlockQueries.OldBlocks;
import hallmonitor.moderation.policy.ReplyTexts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All blocks that the viewer may see, narrowed to what they asked for.
 *
 * @param show {@code soon}, {@code by-hand}, {@code tasks}, {@code over}, or empty for all
 * @param account the only one to show; empty for all
 * @param accounts ids of those that the viewer may see
 */
public record BlockRegister(
    String show,
    String account,
    List<String> accounts,
    List<BlockView> ordered,
    List<HandBlockView> byHand,
    List<RepeatedAuthor> repeated,
    List<Violation> violations,
    List<BlockListRead> reads,
    List<OldBlocks> old,
    ReplyTexts rules,
    String userName) {
  public boolean isBlocking() {
    return rules.blocking();
  }

  public boolean shows(String what) {
    return show.equals(what);
  }

  /** Returns the blocks from here to show, those that wait first. */
  public List<BlockView> getBlocks() {
    return ordered.stream().filter(b -> isOf(b.account()) && isAsked(b)).toList();
  }

  private boolean isAsked(BlockView block) {
    return switch (show) {
      case "soon" -> block.soon();
      case "tasks" -> block.isTask() || block.isProposed();
      case "by-hand" -> false;
      case "over" -> block.isOver();
      default -> true;
    };
  }

  /** Returns the blocks made by hand to show. */
  public List<HandBlockView> getHandBlocks() {
    return byHand.stream().filter(b -> isOf(b.account()) && isAsked(b)).toList();
  }

  private boolean isAsked(HandBlockView block) {
    return switch (show) {
      case "soon" -> block.soon();
      case "tasks" -> block.isTask();
      case "over" -> block.isGone();
      case "by-hand" -> !block.isGone();
      default -> true;
    };
  }

  /** Returns the accounts that brought along blocks which someone has to look through. */
  public List<OldBlocks> getOldBlocks() {
    return show.isEmpty() || shows("tasks")
        ? old.stream().filter(o -> isOf(o.account())).toList()
        : List.of();
  }

  /** Returns the authors that someone can propose to block. */
  public List<RepeatedAuthor> getCandidates() {
    return isBlocking() && (show.isEmpty() || shows("tasks"))
        ? repeated.stream().filter(a -> isOf(a.account())).toList()
        : List.of();
  }

  public boolean isEmpty() {
    return getBlocks().isEmpty() && getHandBlocks().isEmpty() && getOldBlocks().isEmpty();
  }

  /** Returns whether an author has as many violations as a block from here needs. */
  public boolean isEnough(HandBlockView block) {
    return block.violations() >= rules.blocks().leastStrikes();
  }

  private boolean isOf(String id) {
    return account.isEmpty() || account.equals(id);
  }

  /** Returns the violations counted by a proposal. */
  public List<Violation> of(UUID blockId) {
    return violations.stream().filter(v -> blockId.equals(v.blockId())).toList();
  }

  /** Returns the accounts with blocks that cannot be read, or were not yet. */
  public List<String> getUnread() {
    return accounts.stream()
        .filter(id -> isOf(id) && reads.stream().noneMatch(r -> r.account().equals(id)))
        .toList();
  }

  /** Returns the address of this page with another choice. */
  public String showing(String what) {
    String query = what.isEmpty() ? "" : "show=" + what;
    String of =
        Optional.of(account).filter(id -> !id.isEmpty()).map(id -> "account=" + id).orElse("");
    String both = query + (query.isEmpty() || of.isEmpty() ? "" : "&") + of;
    return both.isEmpty() ? "/blocks" : "/blocks?" + both;
  }
}

package hallmonitor.moderation.store.objections;

import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.messaging.BatchReader.Unusable;
import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.store.orders.CaseCitation;
import hallmonitor.moderation.store.orders.CommandTransaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Applies results of blocks, unblocks and replies. A repeated result changes nothing, because a
 * finished action has no further step.
 */
public final class ObjectionResults {
  private static final String INGEST = "ingest";
  private static final Set<PlatformAction> OURS =
      Set.of(PlatformAction.BLOCK_AUTHOR, PlatformAction.UNBLOCK_AUTHOR, PlatformAction.REPLY);

  private ObjectionResults() {}

  /** Returns whether a result belongs to such an action and not to a hide. */
  public static boolean isFor(ActionResult result) {
    return OURS.contains(result.action());
  }

  /**
   * Applies a result.
   *
   * @throws Unusable if the action was never ordered here
   */
  public static void apply(Handle t, ActionResult result) throws SQLException {
    if (result.action() == PlatformAction.REPLY) {
      reply(t, result);
    } else {
      block(t, result);
    }
  }

  private static void block(Handle t, ActionResult result) throws SQLException {
    Optional<UUID> ordered =
        t.createQuery("select block_id from block_order where action_id = :id")
            .bind("id", result.actionId())
            .mapTo(UUID.class)
            .findOne();
    if (ordered.isEmpty()) {
      madeByHand(t, result);
      return;
    }
    UUID blockId = ordered.get();
    // Locks the case first, in the order that all transactions use.
    CaseCitation.lock(t, BlockTable.caseOf(t, blockId).orElseThrow());
    Block block = BlockTable.lock(t, blockId).orElseThrow();
    Block.Order order =
        result.action() == PlatformAction.BLOCK_AUTHOR ? Block.Order.BLOCK : Block.Order.UNBLOCK;
    String words = message(result);
    if (isRetrying(result)) {
      BlockTable.answered(t, block, words);
      return;
    }
    Optional<Block.Step> step =
        result instanceof ActionTaken ? block.taken(order) : block.failed(order);
    if (step.isPresent()) {
      BlockTable.answered(t, step.get().after(), words);
      CommandTransaction.note(
          t,
          block.caseId(),
          INGEST,
          step.get().kind(),
          words,
          "block/" + blockId + "/" + step.get().kind());
    }
  }

  private static void madeByHand(Handle t, ActionResult result) {
    boolean known =
        isRetrying(result)
            || HandBlocks.answered(
                t,
                result.actionId(),
                result.caseId(),
                result instanceof ActionTaken,
                message(result));
    if (!known) {
      throw unknown(result);
    }
  }

  private static void reply(Handle t, ActionResult result) throws SQLException {
    String state =
        t.createQuery("select state from case_reply where action_id = :id for update")
            .bind("id", result.actionId())
            .mapTo(String.class)
            .findOne()
            .orElseThrow(() -> unknown(result));
    if (!state.equals("ordered")) {
      return;
    }
    String words = message(result);
    if (isRetrying(result)) {
      t.execute("update case_reply set note = ? where action_id = ?", words, result.actionId());
      return;
    }
    String next = result instanceof ActionTaken ? "posted" : "failed";
    t.execute(
        """
        update case_reply
        set state = ?, note = ?, done_at = clock_timestamp()
        where action_id = ?
        """,
        next,
        words,
        result.actionId());
    CommandTransaction.note(
        t,
        result.caseId(),
        INGEST,
        "reply-" + next,
        words,
        "reply/" + result.actionId() + "/" + next);
  }

  private static boolean isRetrying(ActionResult result) {
    return result instanceof ActionFailed failed && failed.why() == Why.RETRYING;
  }

  private static String message(ActionResult result) {
    return result instanceof ActionFailed failed && failed.message() != null
        ? failed.message()
        : "";
  }

  private static Unusable unknown(ActionResult result) {
    return new Unusable("no action " + result.actionId() + " was ordered here", null);
  }
}

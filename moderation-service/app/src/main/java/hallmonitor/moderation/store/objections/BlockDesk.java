package hallmonitor.moderation.store.objections;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.store.orders.CaseCitation;
import hallmonitor.moderation.store.orders.CommandTransaction;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Moves blocks of authors through their states, each step in one transaction with its order. */
public final class BlockDesk {
  /** Who ends a block automatically. */
  public static final String CLOCK = "clock";

  /** Who ends a block that is found lifted on its platform. */
  public static final String PLATFORM = "ingest";

  /**
   * A person's proposal.
   *
   * @param id given with the form, so that sending it twice is one proposal
   * @param lastDay in the district's time zone
   * @param byHand whether a person has to carry it out
   */
  public record BlockProposal(
      UUID id, UUID caseId, String by, String reason, LocalDate lastDay, boolean byHand) {}

  private final CommandTransaction deeds;
  private final AppealReferences references;

  public BlockDesk(Jdbi database, AppealReferences references, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
    this.references = references;
  }

  /**
   * Proposes a block.
   *
   * @param notice returns the text for the author from the appeal reference
   * @throws NotLegal with what is missing
   */
  public void propose(
      BlockProposal proposal, BlockRules rules, Function<ShortCode, String> notice) {
    deeds.in(
        t -> {
          CaseCitation facts =
              CaseCitation.lock(t, proposal.caseId()).orElseThrow(BlockDesk::noCase);
          int strikes =
              BlockTable.strikes(t, facts.comment().account(), facts.authorKey(), rules.limits());
          Block.Step step =
              Block.wanted(
                      proposal.id(),
                      proposal.caseId(),
                      proposal.by(),
                      proposal.lastDay(),
                      proposal.byHand())
                  .propose(proposal.reason(), today(t, rules.zone()), strikes, rules.limits());
          ShortCode reference = references.ofBlock(t, proposal.caseId(), proposal.id());
          if (BlockTable.add(
              t, step.after(), facts, proposal.reason(), notice.apply(reference), rules)) {
            record(t, step, facts, proposal.by(), proposal.reason());
          }
          return true;
        });
  }

  /**
   * Approves a block.
   *
   * @throws NotLegal if the block does not allow it, or if this person may not
   */
  public void approve(UUID blockId, String by, BlockRules rules) {
    step(
        blockId,
        by,
        "",
        (block, t, facts) -> {
          Block.Step step =
              block.approve(
                  by,
                  today(t, rules.zone()),
                  BlockTable.strikes(
                      t, facts.comment().account(), facts.authorKey(), rules.limits()),
                  rules.limits());
          String target = "case " + block.caseId();
          TwoPersons.approve(t, block.proposedBy(), by, step.kind(), target, true);
          return step;
        });
  }

  public void decline(UUID blockId, String by, String reason) {
    step(blockId, by, reason, (block, t, facts) -> block.decline(reason));
  }

  public void endEarly(UUID blockId, String by, String reason) {
    step(blockId, by, reason, (block, t, facts) -> block.endEarly(reason));
  }

  /** Records that a person has blocked the author on the platform. */
  public void doneByHand(UUID blockId, String by, String how) {
    step(blockId, by, how, (block, t, facts) -> block.doneByHand(how));
  }

  public void endedByHand(UUID blockId, String by, String reason) {
    step(blockId, by, reason, (block, t, facts) -> block.endedByHand(reason));
  }

  /** Ends a block in the transaction of a ruling; a block that is already over stays over. */
  void endOnAppeal(Handle t, UUID blockId, String by, String reason) throws SQLException {
    Block block = BlockTable.lock(t, blockId).orElseThrow(BlockDesk::noBlock);
    if (block.isOn()) {
      CaseCitation facts = CaseCitation.lock(t, block.caseId()).orElseThrow(BlockDesk::noCase);
      record(t, block.endEarly(reason), facts, by, reason);
    } else if (block.state() == Block.State.PROPOSED) {
      CaseCitation facts = CaseCitation.lock(t, block.caseId()).orElseThrow(BlockDesk::noCase);
      record(t, block.decline(reason), facts, by, reason);
    }
  }

  /** Ends a block that someone lifted on the platform; one that is no longer active stays. */
  static void lifted(Handle t, UUID blockId) throws SQLException {
    CaseCitation facts = lockCase(t, blockId);
    Optional<Block.Step> step = BlockTable.lock(t, blockId).orElseThrow().lifted();
    if (step.isPresent()) {
      record(t, step.get(), facts, PLATFORM, "It was lifted on the platform.");
    }
  }

  /** Returns the blocks past their last day, by the database's clock. */
  public List<UUID> due() {
    return deeds.quietly(
        t ->
            t.createQuery(
                    """
                    select block_id from author_block
                    where state in ('approved', 'active') and ends_at <= clock_timestamp() order by ends_at
                    """)
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Ends an overdue block. Any number of instances may try at the same time.
   *
   * @return false if another instance has ended it
   */
  public boolean endDue(UUID blockId) {
    return deeds.in(
        t -> {
          CaseCitation facts = lockCase(t, blockId);
          Block block = BlockTable.lock(t, blockId).orElseThrow(BlockDesk::noBlock);
          if (block.isOn()) {
            record(t, block.end(), facts, CLOCK, "Its last day is over.");
          }
          return block.isOn();
        });
  }

  private interface Move {
    Block.Step of(Block block, Handle transaction, CaseCitation facts);
  }

  private void step(UUID blockId, String by, String reason, Move move) {
    deeds.in(
        t -> {
          CaseCitation facts = lockCase(t, blockId);
          Block block = BlockTable.lock(t, blockId).orElseThrow(BlockDesk::noBlock);
          record(t, move.of(block, t, facts), facts, by, reason);
          return true;
        });
  }

  /** Locks the case first, in the order that all transactions use. */
  private static CaseCitation lockCase(Handle t, UUID blockId) {
    return BlockTable.caseOf(t, blockId)
        .flatMap(id -> CaseCitation.lock(t, id))
        .orElseThrow(BlockDesk::noBlock);
  }

  /** Writes a step with its effects. */
  private static void record(
      Handle t, Block.Step step, CaseCitation facts, String by, String reason) throws SQLException {
    Block after = step.after();
    BlockTable.put(t, after, step.kind(), by, reason);
    CommandTransaction.note(
        t, after.caseId(), by, step.kind(), reason, "block/" + after.id() + "/" + step.kind());
    AuditLog.add(
        t, by, step.kind(), "case " + after.caseId(), "block " + after.id() + ". " + reason);
    if (step.order().isPresent() && !after.byHand()) {
      order(t, after, step.order().get(), facts, by, reason);
    }
  }

  private static void order(
      Handle t, Block block, Block.Order act, CaseCitation facts, String by, String reason) {
    UUID actionId = CaseIds.ofBlockOrder(block.id(), act);
    t.execute(
        "insert into block_order (action_id, block_id, act) values (?, ?, ?)",
        actionId,
        block.id(),
        EnumCodes.of(act));
    CommandTransaction.publish(
        t,
        facts.order(
            actionId,
            act == Block.Order.BLOCK ? PlatformAction.BLOCK_AUTHOR : PlatformAction.UNBLOCK_AUTHOR,
            BlockTable.clause(t, block.id()),
            by,
            reason.isBlank() ? "Approved by a second person." : reason,
            CommandTransaction.now(t),
            Optional.empty()));
  }

  private static LocalDate today(Handle t, ZoneId zone) {
    return LocalDate.ofInstant(CommandTransaction.now(t), zone);
  }

  private static CaseChanged noBlock() {
    return new CaseChanged(Sentence.of("That block does not exist. Reload the page."));
  }

  private static CaseChanged noCase() {
    return new CaseChanged(
        Sentence.of("That case does not exist. Go back to the queue and reload it."));
  }
}

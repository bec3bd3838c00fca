package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Appeal;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.orders.CommandTransaction;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Receives appeals against blocks that someone made by hand, and carries out their decisions, each
 * in one transaction.
 */
public final class HandBlockAppeals {
  /**
   * A received appeal.
   *
   * @param id the same for the same form sent twice
   * @param reference of the block; without one, made for this appeal
   * @param codeHash of the code that shows its status
   */
  public record Objection(
      UUID id,
      ShortCode reference,
      String appellant,
      String contact,
      String why,
      String codeHash) {}

  /** Who says to be blocked, and on which account. */
  public record Named(String account, String author) {}

  /** What an appeal is about. */
  public record Subject(
      String state, String account, @Nullable UUID handBlockId, List<String> behind) {}

  private final CommandTransaction deeds;

  public HandBlockAppeals(Jdbi database, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
  }

  /**
   * Receives an appeal with a block's reference. A repeated one changes nothing.
   *
   * @param due returns its deadline from its time of receipt
   * @return whether the reference is such a block's; the public never learns it
   */
  public boolean receive(Objection received, UnaryOperator<Instant> due) {
    return deeds.in(
        t -> {
          Optional<Named> block =
              t.createQuery(
                      // Locked, so that a disposal sees the appeal or the appeal sees it.
                      """
                      select account, author_name as author from hand_block
                      where reference = :r and disposal_id is null for share
                      """)
                  .bind("r", received.reference().signs())
                  .map(ConstructorMapper.of(Named.class))
                  .findOne();
          block.ifPresent(named -> add(t, received, named, false, due));
          return block.isPresent();
        });
  }

  /**
   * Receives an appeal of someone who has no reference. It is kept whether or not anyone of that
   * name is blocked.
   */
  public void receive(Objection received, Named by, UnaryOperator<Instant> due) {
    deeds.run(t -> add(t, received, by, true, due));
  }

  private static void add(
      Handle t, Objection received, Named by, boolean byName, UnaryOperator<Instant> due) {
    Instant now = CommandTransaction.now(t);
    int added =
        t.createUpdate(
                """
                insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, hand_block_id,
                  appellant, contact, why, code_hash, received_at, due_at)
                values (:id, :reference, :by_name, :account, :author, case when :by_name
                    then hand_block_named(:account, :author)
                    else (select hand_block_id from hand_block where reference = :reference) end,
                  :appellant, :contact, :why, :code, :now, :due)
                on conflict (appeal_id) do nothing
                """)
            .bind("id", received.id())
            .bind("reference", received.reference().signs())
            .bind("by_name", byName)
            .bind("account", by.account())
            .bind("author", by.author())
            .bind("appellant", received.appellant())
            .bind("contact", received.contact())
            .bind("why", received.why())
            .bind("code", received.codeHash())
            .bind("now", now)
            .bind("due", due.apply(now))
            .execute();
    if (added > 0) {
      AuditLog.add(
          t,
          AppealDesk.PUBLIC_FORM,
          "appeal-received",
          "account " + by.account(),
          "appeal " + received.id());
    }
  }

  /**
   * Carries out a person's decision. What is overturned takes the block back.
   *
   * @throws hallmonitor.moderation.casework.Decisions.NotLegal if the appeal does not allow it
   * @throws CaseChanged if there is no such appeal
   */
  public void decide(UUID id, Appeal.Ruling ruling, String by, String reason) {
    deeds.run(
        t -> {
          Subject about = lock(t, id);
          Appeal.State now = EnumCodes.read(Appeal.State.class, about.state());
          Appeal.State next = Appeal.ruled(now, Set.copyOf(about.behind()), ruling, by, reason);
          String state = EnumCodes.of(next);
          t.createUpdate(
                  """
                  update hand_block_appeal set state = :state, decided_by = :by, decided_at = clock_timestamp(),
                    reason = :reason, hand_block_id = :block
                  where appeal_id = :id
                  """)
              .bind("state", state)
              .bind("by", by)
              .bind("reason", reason)
              .bindByType("block", about.handBlockId(), UUID.class)
              .bind("id", id)
              .execute();
          AuditLog.add(
              t,
              by,
              "appeal-" + state,
              "account " + about.account(),
              "appeal " + id + ": " + reason);
          if (next == Appeal.State.OVERTURNED && about.handBlockId() != null) {
            // One that was lifted in the meantime needs nothing more.
            HandBlocks.takeBack(t, about.handBlockId(), by, "On appeal: " + reason);
          }
        });
  }

  private static Subject lock(Handle t, UUID id) {
    t.execute("select from hand_block_appeal where appeal_id = ? for update", id);
    return t.createQuery(
            """
            select a.state, a.account, k.hand_block_id, array_remove(array[k.noted_by], null) as behind
            from hand_block_appeal a
            left join hand_block k
              on k.hand_block_id = coalesce(a.hand_block_id, hand_block_named(a.account, a.author_name))
            where a.appeal_id = :id
            """)
        .bind("id", id)
        .map(ConstructorMapper.of(Subject.class))
        .findOne()
        .orElseThrow(
            () -> new CaseChanged(Sentence.of("That appeal does not exist. Reload the page.")));
  }
}

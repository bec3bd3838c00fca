package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Appeal;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
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

  /**
   * What an appeal is about.
   *
   * @param blocks those that it may be about
   * @param behind user names of the people who may not decide it
   */
  public record Subject(String state, String account, List<UUID> blocks, List<String> behind) {}

  /** More open ones under one name would only hide others. */
  private static final int MOST_OF_A_NAME = 3;

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
   * name is blocked, unless {@value #MOST_OF_A_NAME} under that name are open.
   */
  public void receive(Objection received, Named by, UnaryOperator<Instant> due) {
    deeds.run(
        t -> {
          if (open(t, by) < MOST_OF_A_NAME) {
            add(t, received, by, true, due);
          }
        });
  }

  private static int open(Handle t, Named by) {
    // One after the other, so that parallel ones cannot exceed the limit.
    t.execute("select pg_advisory_xact_lock(hashtextextended('hand_block_appeal', 0))");
    return t.createQuery(
            """
            select count(*) from hand_block_appeal
            where state = 'open' and by_name and account = :account
              and lower(ltrim(author_name, '@')) = lower(ltrim(:author, '@'))
            """)
        .bind("account", by.account())
        .bind("author", by.author())
        .mapTo(Integer.class)
        .one();
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
                    then (select min(id::text)::uuid from hand_blocks_appealed(null, :account, :author) as id
                      having count(*) = 1)
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
   * @param choice the blocks that the person saw, and which one they chose
   * @throws hallmonitor.moderation.casework.Decisions.NotLegal if the appeal does not allow it, or
   *     no block is chosen
   * @throws CaseChanged if there is no such appeal, or it may now be about other blocks
   */
  public void decide(UUID id, Appeal.Ruling ruling, String by, String reason, BlockChoice choice) {
    deeds.run(
        t -> {
          Subject about = lock(t, id);
          Appeal.State now = EnumCodes.read(Appeal.State.class, about.state());
          Appeal.State next = Appeal.ruled(now, Set.copyOf(about.behind()), ruling, by, reason);
          Optional<UUID> block = choice.among(Set.copyOf(about.blocks()));
          String state = EnumCodes.of(next);
          String target = "account " + about.account();
          TwoPersons.decide(t, about.behind(), by, "appeal-" + state, target);
          t.createUpdate(
                  """
                  update hand_block_appeal set state = :state, decided_by = :by, decided_at = clock_timestamp(),
                    reason = :reason, hand_block_id = :block
                  where appeal_id = :id
                  """)
              .bind("state", state)
              .bind("by", by)
              .bind("reason", reason)
              .bindByType("block", block.orElse(null), UUID.class)
              .bind("id", id)
              .execute();
          AuditLog.add(
              t,
              by,
              "appeal-" + state,
              "account " + about.account(),
              "appeal " + id + ": " + reason);
          if (next == Appeal.State.OVERTURNED) {
            // One that was lifted in the meantime needs nothing more.
            block.ifPresent(taken -> HandBlocks.takeBack(t, taken, by, "On appeal: " + reason));
          }
        });
  }

  private static Subject lock(Handle t, UUID id) {
    t.execute("select from hand_block_appeal where appeal_id = ? for update", id);
    return t.createQuery(
            """
            select state, account, array(select hand_blocks_appealed(hand_block_id, account, author_name)) as blocks,
              array(select behind_hand_appeal(hand_block_id, account, author_name)) as behind
            from hand_block_appeal where appeal_id = :id
            """)
        .bind("id", id)
        .map(ConstructorMapper.of(Subject.class))
        .findOne()
        .orElseThrow(
            () -> new CaseChanged(Sentence.of("That appeal does not exist. Reload the page.")));
  }
}

package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.orders.CaseCitation;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads and writes blocks of authors, and says which violations count for one. */
public final class BlockTable {
  /**
   * Violations that count now, of a {@code strike s} and its {@code review_case rc}: confirmed by a
   * person, not voided, of a clause that counts, and not too long ago. See {@link #bind}.
   */
  public static final String COUNTS =
      """
      (s.voided_at is null and rc.state in ('confirmed', 'hidden')
        and s.at > clock_timestamp() - make_interval(days => :strike_days)
        and (cardinality(:clauses) = 0 or s.clause = any(:clauses)))
      """;

  private static final Set<String> ENDINGS =
      Set.of("unblock-ordered", "block-declined", "block-lifted");

  private static final String STRIKES =
      """
      from strike s join review_case rc using (case_id)
      where s.account = :account and s.author_key = :author and
      """
          + COUNTS;

  private BlockTable() {}

  /** Binds what {@link #COUNTS} needs. */
  public static <S extends SqlStatement<S>> S bind(S statement, Block.Limits limits) {
    return statement
        .bind("strike_days", limits.strikeDays())
        .bindArray("clauses", String.class, limits.clauses().toArray());
  }

  static int strikes(Handle t, String account, String authorKey, Block.Limits limits) {
    return bind(t.createQuery("select count(*) " + STRIKES), limits)
        .bind("account", account)
        .bind("author", authorKey)
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Adds a proposal with the violations that it counts.
   *
   * @param rules how they are counted
   * @return false if this proposal exists already
   * @throws NotLegal if another block of the author is in progress
   */
  static boolean add(
      Handle t, Block block, CaseCitation facts, String reason, String notice, BlockRules rules) {
    Instant endsAt = block.lastDay().plusDays(1).atStartOfDay(rules.zone()).toInstant();
    int added =
        t.createUpdate(
                """
                insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice,
                  last_day, ends_at, state, proposed_by, by_hand, rules_version)
                values (:id, :case, :account, :author, :name, :clause, :reason, :notice, :last, :ends, :state, :by,
                  :hand, :version)
                on conflict do nothing
                """)
            .bind("id", block.id())
            .bind("case", block.caseId())
            .bind("account", facts.comment().account())
            .bind("author", facts.authorKey())
            .bind("name", facts.authorName())
            .bind("clause", facts.clause())
            .bind("reason", reason)
            .bind("notice", notice)
            .bind("last", block.lastDay())
            .bind("ends", endsAt)
            .bind("state", EnumCodes.of(block.state()))
            .bind("by", block.proposedBy())
            .bind("hand", block.byHand())
            .bind("version", rules.version())
            .execute();
    if (added == 0 && caseOf(t, block.id()).isEmpty()) {
      throw new NotLegal(Sentence.of("A block of this author is already proposed or active."));
    }
    if (added > 0) {
      bind(
              t.createUpdate(
                  """
                  insert into block_violation (block_id, case_id, clause, at)
                  select :block, s.case_id, s.clause, s.at
                  """
                      + STRIKES),
              rules.limits())
          .bind("block", block.id())
          .bind("account", facts.comment().account())
          .bind("author", facts.authorKey())
          .execute();
    }
    return added > 0;
  }

  static Optional<UUID> caseOf(Handle t, UUID blockId) {
    return t.createQuery("select case_id from author_block where block_id = :id")
        .bind("id", blockId)
        .mapTo(UUID.class)
        .findOne();
  }

  static String clause(Handle t, UUID blockId) {
    return t.createQuery("select clause from author_block where block_id = :id")
        .bind("id", blockId)
        .mapTo(String.class)
        .one();
  }

  static Optional<Block> lock(Handle t, UUID blockId) {
    return t.createQuery(
            """
            select block_id as id, case_id, proposed_by, approved_by, state, last_day, by_hand
            from author_block
            where block_id = :id
            for update
            """)
        .bind("id", blockId)
        .map(ConstructorMapper.of(Block.class))
        .findOne();
  }

  /**
   * Writes a block's new state.
   *
   * @param note why a person or the expiry did it; empty keeps the current one
   */
  static void put(Handle t, Block block, String kind, String by, String note) {
    boolean ended = ENDINGS.contains(kind);
    t.createUpdate(
            """
            update author_block set state = :state, changed_at = clock_timestamp(), approved_by = :approver,
              approved_at = case when :approved then clock_timestamp() else approved_at end,
              ended_by = case when :ended then :by else ended_by end,
              note = case when :note = '' or :kind = 'block-proposed' then note else :note end, trouble = ''
            where block_id = :id
            """)
        .bind("state", EnumCodes.of(block.state()))
        .bind("approver", block.approvedBy().orElse(null))
        .bind("approved", kind.equals("block-approved"))
        .bind("ended", ended)
        .bind("by", by)
        .bind("note", note)
        .bind("kind", kind)
        .bind("id", block.id())
        .execute();
  }

  /** Records the platform's result and message. */
  static void answered(Handle t, Block block, String trouble) {
    t.execute(
        """
        update author_block
        set state = ?, trouble = ?, changed_at = clock_timestamp()
        where block_id = ?
        """,
        EnumCodes.of(block.state()),
        trouble,
        block.id());
  }
}

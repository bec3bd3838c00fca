package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.store.objections.BlockTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads blocks and the violations behind them, within the viewer's scope. */
@ApplicationScoped
public class BlockQueries {
  private static final String BLOCKS =
      """
      select b.block_id, b.case_id, b.account, b.author_name, b.clause, b.reason, b.notice, b.last_day, b.ends_at,
             b.state in ('approved', 'active', 'ending') and b.ends_at <= clock_timestamp() as overdue, b.state,
             b.proposed_by, coalesce(p.display_name, b.proposed_by) as proposer_name, b.proposed_at,
             b.approved_by, coalesce(q.display_name, b.approved_by) as approver_name, b.approved_at, b.ended_by, b.note, b.trouble,
             b.changed_at, rc.building, r.reference, c.platform, b.by_hand, b.rules_version, b.seen_at,
             b.state in ('approved', 'active') and b.ends_at < clock_timestamp() + interval '7 days' as soon
      from author_block b
      join review_case rc on rc.case_id = b.case_id
      join comment c on c.account = rc.account and c.comment_id = rc.comment_id
      left join appeal_reference r on r.case_id = b.case_id and r.about = 'block' and r.subject = b.block_id
      left join console_user p on p.user_name = b.proposed_by
      left join console_user q on q.user_name = b.approved_by
      where <in_scope>
      """;

  /** Adds the latest seal of each case, if there is one. */
  private static final String SEALED =
      """
      left join lateral (
        select sequence, hash from evidence_seal e where e.case_id = rc.case_id order by sequence desc limit 1) seal on true
      """;

  private final ConsoleDatabase database;

  BlockQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns waiting blocks first, then active ones, then the newest. */
  List<BlockView> all(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        BLOCKS
                            + """
                             order by array_position(array['proposed', 'ending', 'active', 'approved'], b.state),
                               b.changed_at desc, b.block_id limit 200
                            """))
                .map(rows(BlockView.class))
                .list());
  }

  Optional<BlockView> find(UUID blockId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(BLOCKS + " and b.block_id = :block"))
                .bind("block", blockId)
                .map(rows(BlockView.class))
                .findOne());
  }

  /** Returns the blocks of an author, newest first. */
  List<BlockView> ofAuthor(String account, String authorKey, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        BLOCKS
                            + """
                             and b.account = :account and b.author_key = :author
                             order by b.proposed_at desc limit 20
                            """))
                .bind("account", account)
                .bind("author", authorKey)
                .map(rows(BlockView.class))
                .list());
  }

  /** Returns the violations that a proposal counted, and whether they still count. */
  List<Violation> counted(Block.Limits limits, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    counting(
                        h,
                        limits,
                        """
                        select v.block_id, v.case_id, v.clause, rc.category, v.at, coalesce(%s, false) as stands, seal.sequence, seal.hash
                        from block_violation v
                        join review_case rc using (case_id)
                        left join strike s using (case_id)
                        %s
                        where <in_scope> order by v.at
                        """
                            .formatted(BlockTable.COUNTS, SEALED)))
                .map(rows(Violation.class))
                .list());
  }

  /** Returns the violations that count against an author now. */
  List<Violation> standing(String account, String authorKey, Block.Limits limits, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    counting(
                        h,
                        limits,
                        """
                        select null::uuid as block_id, s.case_id, s.clause, rc.category, s.at, true as stands,
                          seal.sequence, seal.hash
                        from strike s
                        join review_case rc using (case_id)
                        %s
                        where s.account = :account and s.author_key = :author and %s and <in_scope>
                        order by s.at limit 50
                        """
                            .formatted(SEALED, BlockTable.COUNTS)))
                .bind("account", account)
                .bind("author", authorKey)
                .map(rows(Violation.class))
                .list());
  }

  /** Returns authors with enough violations and no proposal since the newest one. */
  List<RepeatedAuthor> repeated(Block.Limits limits, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    counting(
                        h,
                        limits,
                        """
                        select (array_agg(s.case_id order by s.at desc))[1] as case_id, s.account,
                          (array_agg(c.author_name order by s.at desc))[1] as author_name, count(*) as strikes
                        from strike s
                        join review_case rc using (case_id)
                        join comment c on c.account = rc.account and c.comment_id = rc.comment_id
                        where %s and <in_scope>
                        group by s.account, s.author_key
                        having count(*) >= :least and not exists (select from author_block b
                          where b.account = s.account and b.author_key = s.author_key
                            and (b.state in ('proposed', 'approved', 'active', 'ending') or b.changed_at > max(s.at)))
                        order by max(s.at) desc limit 50
                        """
                            .formatted(BlockTable.COUNTS)))
                .bind("least", limits.leastStrikes())
                .map(rows(RepeatedAuthor.class))
                .list());
  }

  private static Query counting(Handle h, Block.Limits limits, String sql) {
    return BlockTable.bind(h.createQuery(sql), limits);
  }
}

package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads blocks and the violations behind them, within the viewer's scope. */
@ApplicationScoped
public class BlockQueries {
  private static final String BLOCKS =
      """
      select b.block_id, b.case_id, b.account, b.author_name, b.clause, b.reason, b.notice, b.last_day, b.ends_at,
             b.state in ('approved', 'active', 'ending') and b.ends_at <= clock_timestamp() as overdue, b.state,
             b.proposed_by, coalesce(p.display_name, b.proposed_by) as proposer_name, b.proposed_at,
             coalesce(q.display_name, b.approved_by) as approver_name, b.approved_at, b.ended_by, b.note, b.trouble,
             b.changed_at, rc.building, r.reference
      from author_block b
      join review_case rc on rc.case_id = b.case_id
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

  private static final String STANDS =
      "rc.state in ('confirmed', 'hidden') and s.voided_at is null";

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
  List<Violation> counted(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select v.block_id, v.case_id, v.clause, rc.category, v.at, %s as stands, seal.sequence, seal.hash
                        from block_violation v
                        join review_case rc using (case_id)
                        left join strike s using (case_id)
                        %s
                        where <in_scope> order by v.at
                        """
                            .formatted(STANDS, SEALED)))
                .map(rows(Violation.class))
                .list());
  }

  /** Returns the violations that count against an author now. */
  List<Violation> standing(String account, String authorKey, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select null::uuid as block_id, s.case_id, s.clause, rc.category, s.at, true as stands,
                          seal.sequence, seal.hash
                        from strike s
                        join review_case rc using (case_id)
                        %s
                        where s.account = :account and s.author_key = :author and %s and <in_scope>
                        order by s.at limit 50
                        """
                            .formatted(SEALED, STANDS)))
                .bind("account", account)
                .bind("author", authorKey)
                .map(rows(Violation.class))
                .list());
  }
}

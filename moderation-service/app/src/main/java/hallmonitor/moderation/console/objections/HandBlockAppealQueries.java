package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads appeals against blocks that were not ordered here, of accounts in the viewer's scope. */
@ApplicationScoped
public class HandBlockAppealQueries {
  private static final String APPEALS =
      """
      select a.appeal_id, a.reference, a.by_name, a.account, coalesce(s.status ->> 'platform', '') as platform,
             a.author_name, k.hand_block_id, n.blocks, k.gone_at is not null as gone,
             coalesce(k.reason, '') as block_reason,
             (select b.case_id from author_block b where b.account = a.account
               and is_author_named(a.author_name, b.author_name, b.author_key)
               and b.state in ('approved', 'active', 'ending')
               order by b.proposed_at desc limit 1) as case_id,
             a.appellant, a.contact, a.why, a.received_at, a.due_at,
             a.state = 'open' and a.due_at <= clock_timestamp() as overdue, a.state,
             a.decided_by, coalesce(u.display_name, a.decided_by) as decider_name, a.decided_at, a.reason,
             array(select behind_hand_appeal(a.hand_block_id, a.account, a.author_name) where a.state = 'open') as behind
      from hand_block_appeal a
      cross join lateral (select count(*) as blocks, min(id::text)::uuid as one
        from hand_blocks_appealed(a.hand_block_id, a.account, a.author_name) as id where a.state = 'open') n
      left join hand_block k on k.hand_block_id = coalesce(a.hand_block_id, case n.blocks when 1 then n.one end)
      left join register_entry e on e.account = a.account
      left join account_status s on s.account = a.account
      left join console_user u on u.user_name = a.decided_by
      where
      """
          + Scope.of("coalesce(e.building, '')", "a.account");

  private final ConsoleDatabase database;

  HandBlockAppealQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** A block under an appeal's name; its author's handle or number is as the platform knows it. */
  public record SameName(
      UUID appealId,
      UUID handBlockId,
      String authorName,
      String handle,
      Instant firstSeenAt,
      String reason) {}

  /** Returns open ones, those by name last, or decided ones; at most 200. */
  List<HandBlockAppealView> list(boolean decided, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        APPEALS
                            + """
                             and (a.state <> 'open') = :decided
                            order by a.decided_at desc, a.by_name, a.due_at, a.appeal_id limit 200
                            """))
                .bind("decided", decided)
                .map(rows(HandBlockAppealView.class))
                .list());
  }

  /** Returns the blocks to choose from, of those of these appeals that may be about several. */
  List<SameName> sameNames(List<HandBlockAppealView> appeals) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select a.appeal_id, k.hand_block_id, k.author_name, k.first_seen_at, k.reason,
                      substr(k.author_key, strpos(k.author_key, ':') + 1) as handle
                    from hand_block_appeal a
                    cross join lateral hand_blocks_appealed(a.hand_block_id, a.account, a.author_name) as id
                    join hand_block k on k.hand_block_id = id
                    where a.appeal_id = any(:several) order by k.first_seen_at, k.hand_block_id
                    """)
                .bindArray(
                    "several",
                    UUID.class,
                    appeals.stream()
                        .filter(HandBlockAppealView::isSeveral)
                        .map(HandBlockAppealView::appealId)
                        .toArray())
                .map(rows(SameName.class))
                .list());
  }

  Optional<HandBlockAppealView> find(UUID appealId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(APPEALS + " and a.appeal_id = :appeal"))
                .bind("appeal", appealId)
                .map(rows(HandBlockAppealView.class))
                .findOne());
  }
}

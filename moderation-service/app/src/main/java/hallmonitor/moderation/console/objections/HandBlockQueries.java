package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.objections.BlockTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the blocks that someone made by hand, and when accounts were last asked for theirs. */
@ApplicationScoped
public class HandBlockQueries {
  /**
   * When an account's blocks were last read from its platform.
   *
   * @param complete whether all of them were listed
   */
  public record BlockListRead(String account, Instant readAt, boolean complete) {}

  /** How many blocks were there when an account was connected, and still have no reason. */
  public record OldBlocks(String account, long blocks) {}

  private static final String BLOCKS =
      """
      select k.hand_block_id, k.account, coalesce(a.status ->> 'platform', '') as platform,
        k.author_name, k.first_seen_at, k.seen_at, k.gone_at, k.reason, k.last_day,
        coalesce(u.display_name, k.noted_by) as noter_name, k.noted_at, k.reference, k.notice,
        k.told, k.told_how, coalesce(w.display_name, k.told_by) as teller_name, k.told_at,
        k.taken_back_why, coalesce(v.display_name, k.taken_back_by) as taker_name, k.taken_back_at,
        k.unblock_id is not null as ordered, k.unblock_failed as failed, k.trouble,
        k.unblock_id is not null and not k.unblock_failed
          and k.taken_back_at < clock_timestamp() - interval '1 day' as unanswered, k.at_start,
        (select rc.case_id from comment c join review_case rc using (account, comment_id)
          where c.account = k.account and c.author_key = k.author_key
          order by rc.opened_at desc limit 1) as case_id,
        (select count(*) from strike s join review_case rc using (case_id)
          where s.account = k.account and s.author_key = k.author_key and %s) as violations,
        k.gone_at is null and coalesce(k.ends_at <= clock_timestamp(), false) as overdue,
        k.gone_at is null and coalesce(k.ends_at < clock_timestamp() + interval '7 days', false) as soon
      from hand_block k
      left join account_status a on a.account = k.account
      left join console_user u on u.user_name = k.noted_by
      left join console_user w on w.user_name = k.told_by
      left join console_user v on v.user_name = k.taken_back_by
      where k.account = any(:accounts)
      """
          .formatted(BlockTable.COUNTS);

  private final ConsoleDatabase database;

  HandBlockQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Returns at most 500 of these accounts: those that stand first, and of those the ones to do
   * something about.
   *
   * @param limits which violations count
   */
  List<HandBlockView> all(List<String> accounts, Block.Limits limits) {
    return list(
        h ->
            h.createQuery(
                BLOCKS
                    + """
                    order by k.gone_at desc nulls first, k.hand_block_id in (select id from block_task) desc,
                      k.reason <> '', k.first_seen_at desc, k.hand_block_id
                    limit 500
                    """),
        accounts,
        limits);
  }

  /** Returns one of these accounts. */
  Optional<HandBlockView> find(UUID id, List<String> accounts, Block.Limits limits) {
    return list(
            h -> h.createQuery(BLOCKS + " and k.hand_block_id = :id").bind("id", id),
            accounts,
            limits)
        .stream()
        .findFirst();
  }

  private List<HandBlockView> list(
      Function<Handle, Query> query, List<String> accounts, Block.Limits limits) {
    return database.read(
        h ->
            BlockTable.bind(query.apply(h), limits)
                .bindArray("accounts", String.class, accounts.toArray())
                .map(rows(HandBlockView.class))
                .list());
  }

  /** Returns the accounts that brought along blocks which nobody explained yet. */
  List<OldBlocks> old(List<String> accounts) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select account, count(*) as blocks from hand_block
                    where account = any(:accounts) and at_start and gone_at is null and taken_back_at is null
                      and reason = ''
                    group by account order by account
                    """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map(rows(OldBlocks.class))
                .list());
  }

  List<BlockListRead> reads(List<String> accounts) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select account, read_at, complete from block_list where account = any(:accounts) order by account
                    """)
                .bindArray("accounts", String.class, accounts.toArray())
                .map(rows(BlockListRead.class))
                .list());
  }
}

package hallmonitor.moderation.store.objections;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Compares the blocks that stand on an account's platform with those that were ordered here. An
 * author who is missing counts as unblocked once two complete lists in a row lack them: a list of
 * several pages can change while it is read.
 */
public final class BlockLists {
  private static final String ORDERED =
      """
      exists (select from author_block b where b.account = :account and b.author_key = k.author_key
        and b.state in ('approved', 'active', 'ending'))
      """;

  private BlockLists() {}

  /** Takes a list; one that is older than another of its account changes nothing. */
  public static void take(Handle t, BlocksSeen seen) throws SQLException {
    boolean first = isFirst(t, seen);
    if (!isNewest(t, seen)) {
      return;
    }
    if (seen.complete()) {
      // Cases are locked before blocks, in the order that all transactions use.
      for (UUID lifted : lifted(t, seen)) {
        BlockDesk.lifted(t, lifted);
      }
    }
    add(t, seen, first);
    if (seen.complete()) {
      miss(t, seen);
    }
  }

  /** Returns whether no list of the account was read before: what it names is from that time. */
  private static boolean isFirst(Handle t, BlocksSeen seen) {
    return t.createQuery("select not exists (select from block_list where account = :account)")
        .bind("account", seen.account())
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isNewest(Handle t, BlocksSeen seen) {
    return of(
                t.createUpdate(
                    """
                    insert into block_list as old (account, read_at, complete) values (:account, :at, :complete)
                    on conflict (account) do update set read_at = excluded.read_at, complete = excluded.complete
                    where old.read_at < excluded.read_at
                    """),
                seen)
            .bind("complete", seen.complete())
            .execute()
        > 0;
  }

  private static List<UUID> lifted(Handle t, BlocksSeen seen) {
    return bind(
            t.createQuery(
                """
                select block_id from author_block
                where account = :account and state = 'active' and missing_at < :at and author_key <> all(:keys)
                order by block_id
                """),
            seen)
        .mapTo(UUID.class)
        .list();
  }

  private static void add(Handle t, BlocksSeen seen, boolean first) {
    bind(
            t.createUpdate(
                """
                update author_block set seen_at = :at, missing_at = null
                where account = :account and author_key = any(:keys) and state in ('approved', 'active', 'ending')
                """),
            seen)
        .execute();
    // A block that was lifted from here after reading began may still be in the list.
    bind(
            t.createUpdate(
                """
                insert into hand_block (account, author_key, author_name, first_seen_at, seen_at, at_start)
                select distinct on (k.author_key) :account, k.author_key, k.author_name, :at, :at, :first
                from unnest(:keys, :names) as k(author_key, author_name)
                where not %s and not exists (select from author_block b
                  where b.account = :account and b.author_key = k.author_key and b.state = 'ended'
                    and b.changed_at >= :at)
                  and not exists (select from hand_block h
                    where h.account = :account and h.author_key = k.author_key and h.gone_at >= :at)
                on conflict (account, author_key) where gone_at is null
                do update set seen_at = excluded.seen_at, author_name = excluded.author_name, missing_at = null
                """
                    .formatted(ORDERED)),
            seen)
        .bindArray("names", String.class, cells(seen, Author::name))
        .bind("first", first)
        .execute();
    of(
            t.createUpdate(
                "update hand_block k set gone_at = :at where account = :account and gone_at is null"
                    + " and "
                    + ORDERED),
            seen)
        .execute();
  }

  private static void miss(Handle t, BlocksSeen seen) {
    bind(
            t.createUpdate(
                """
                update hand_block set gone_at = case when missing_at < :at then cast(:at as timestamptz) end,
                  missing_at = coalesce(missing_at, :at)
                where account = :account and gone_at is null and author_key <> all(:keys)
                """),
            seen)
        .execute();
    bind(
            t.createUpdate(
                """
                update author_block set missing_at = coalesce(missing_at, :at)
                where account = :account and state = 'active' and seen_at is not null and author_key <> all(:keys)
                """),
            seen)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, BlocksSeen seen) {
    return of(statement, seen).bindArray("keys", String.class, cells(seen, Author::key));
  }

  private static <S extends SqlStatement<S>> S of(S statement, BlocksSeen seen) {
    return statement.bind("account", seen.account()).bind("at", seen.observedAt());
  }

  /** PostgreSQL holds no NUL in a text. */
  private static Object[] cells(BlocksSeen seen, Function<Author, String> cell) {
    return seen.authors().stream().map(cell).map(text -> text.replace("\0", "")).toArray();
  }
}

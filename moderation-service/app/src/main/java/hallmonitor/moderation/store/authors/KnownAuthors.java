package hallmonitor.moderation.store.authors;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Authors with a page. A row is made when someone first asks for it, and goes with the last comment
 * that is disposed of: after that its id, which the audit log keeps, stands for nobody.
 */
public final class KnownAuthors {
  /** Comments of an author {@code a}, as {@code c}. */
  private static final String WROTE =
      """
      c.author_key = a.author_key and c.platform = a.platform and (a.account = '' or c.account = a.account)
        and c.visibility <> 'elsewhere'
      """;

  private KnownAuthors() {}

  /** Returns the author's id, which stays the same. */
  public static UUID idOf(Handle transaction, PlatformAuthor author) {
    // It updates nothing, but returns the row, and no disposal can remove it in between.
    return transaction
        .createQuery(
            """
            insert into author (platform, account, author_key) values (:platform, :account, :key)
            on conflict (platform, account, author_key) do update set platform = excluded.platform
            returning author_id
            """)
        .bind("platform", author.platform())
        .bind("account", author.account())
        .bind("key", author.key())
        .mapTo(UUID.class)
        .one();
  }

  public static Optional<PlatformAuthor> find(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select platform, account, author_key as key from author where author_id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(PlatformAuthor.class))
        .findOne();
  }

  /**
   * Returns the author on each account where they wrote. It jumps from account to account in the
   * index, so it costs the same for many comments as for few.
   */
  public static List<AuthorKey> keys(Handle handle, PlatformAuthor author) {
    if (!author.account().isEmpty()) {
      return List.of(new AuthorKey(author.account(), author.key()));
    }
    return handle
        .createQuery(
            """
            with recursive found as (
              (select c.account from comment c where c.author_key = :key order by c.account limit 1)
              union all
              select (select c.account from comment c where c.author_key = :key and c.account > f.account
                order by c.account limit 1)
              from found f where f.account is not null)
            select f.account from found f
            where (select c.platform from comment c where c.author_key = :key and c.account = f.account limit 1)
              = :platform
            order by f.account
            """)
        .bind("key", author.key())
        .bind("platform", author.platform())
        .mapTo(String.class)
        .map(account -> new AuthorKey(account, author.key()))
        .list();
  }

  /**
   * Forgets everyone who has no comment left, with what was said of them. It looks at all: a
   * comment may have been edited under another name, or someone may have asked for a page while its
   * last comment was erased. An author who then stands alone in a merge is in none, and a merge
   * that waits for approval waits no longer.
   */
  public static void forget(Handle transaction) {
    int forgotten =
        transaction.execute(
            "delete from author a where not exists (select from comment c where %s)"
                .formatted(WROTE));
    if (forgotten == 0) {
      return;
    }
    transaction.execute(
        """
        delete from author_member m where not exists (select from author_member o
          where o.group_id = m.group_id and o.author_id <> m.author_id)
        """);
    transaction.execute(
        """
        update proposal p set reason = 'Disposed of.', answer_note = '',
          expires_at = greatest(least(p.expires_at, clock_timestamp()), p.proposed_at + interval '1 microsecond')
        where p.kind = 'merge-authors' and p.reason <> 'Disposed of.' and exists (
          select from unnest(string_to_array(p.subject, ' ')) as s(id)
          where not exists (select from author a where a.author_id = s.id::uuid))
        """);
  }
}

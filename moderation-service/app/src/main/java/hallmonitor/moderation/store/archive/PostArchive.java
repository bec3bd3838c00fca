package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.PostSeen;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of posts, only ever added to. A version is not added if it is already the newest, or
 * if it was read before the newest, so repeated events change nothing.
 */
public final class PostArchive {
  private static final String ADD =
      """
      insert into post_version (account, post_id, observed_at, version, title, body, pictures,
        permalink, claimed_at, listed)
      select n.account, n.post_id, n.observed_at, n.version, n.title, n.body,
        string_to_array(n.pictures, e'\\n'), n.permalink, n.claimed_at, n.listed
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as n(account, post_id, observed_at, version, title, body, pictures, permalink, claimed_at,
          listed)
      left join lateral (
        select v.version, v.observed_at
        from post_version v
        where v.account = n.account
          and v.post_id = n.post_id
          and (v.listed or not n.listed)
        order by v.observed_at desc limit 1) newest on true
      where newest.version is distinct from n.version
        and (newest.observed_at is null or newest.observed_at < n.observed_at)
        and (n.listed or not exists (
          select from post_version v
          where v.account = n.account
            and v.post_id = n.post_id
            and v.listed))
      on conflict do nothing
      """;

  /**
   * The context for judging a comment: the beginning of its post as it is now. A post that is known
   * like this is not locked, which every reader with comments under it would wait for.
   */
  private static final String NOW =
      """
      insert into post as old (account, post_id, title, body, permalink)
      select account, post_id, title, left(body, 2000), permalink
      from unnest(?, ?, ?, ?, ?) as n(account, post_id, title, body, permalink)
      where not exists (
        select from post p
        where p.account = n.account
          and p.post_id = n.post_id
          and (p.title, p.body, p.permalink)
            is not distinct from (n.title, left(n.body, 2000), n.permalink))
      on conflict (account, post_id) do update
      set title = excluded.title, body = excluded.body, permalink = excluded.permalink
      where (old.title, old.body, old.permalink)
        is distinct from (excluded.title, excluded.body, excluded.permalink)
      """;

  /** Two readers that lock the same posts in different orders would wait for each other. */
  private static final Comparator<PostSeen> ORDER =
      Comparator.comparing(PostSeen::account).thenComparing(PostSeen::post);

  private final Connection connection;

  public PostArchive(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds posts from lists of posts, one by one, since one batch may contain several versions of a
   * post.
   */
  public void addListed(List<PostSeen> posts) throws SQLException {
    for (PostSeen post : posts.stream().sorted(ORDER).toList()) {
      add(List.of(post), true);
    }
  }

  /** Adds what comments say about their posts, unless a list of posts says more. */
  void addMentioned(Collection<PostSeen> posts) throws SQLException {
    add(posts.stream().sorted(ORDER).toList(), false);
  }

  private void add(Collection<PostSeen> posts, boolean listed) throws SQLException {
    ColumnArrays.of(posts)
        .text(PostSeen::account)
        .text(PostSeen::post)
        .time(PostSeen::observedAt)
        .text(PostSeen::version)
        .text(PostSeen::title)
        .text(PostSeen::text)
        .text(p -> String.join("\n", p.pictures()))
        .text(p -> p.permalink().orElse(null))
        .time(p -> p.claimedAt().orElse(null))
        .flag(p -> listed)
        .execute(connection, ADD);
    ColumnArrays.of(posts)
        .text(PostSeen::account)
        .text(PostSeen::post)
        .text(PostSeen::title)
        .text(PostSeen::text)
        .text(p -> p.permalink().orElse(null))
        .execute(connection, NOW);
  }
}

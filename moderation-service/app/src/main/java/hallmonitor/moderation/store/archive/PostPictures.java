package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.CommentPictures.Kept;
import hallmonitor.moderation.store.archive.PictureFetches.Left;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Pictures of the district's posts. An instance claims one that waits, which counts as a try, and
 * fetches it without a transaction; if it dies, its claim ends by itself. A post is named by the
 * account and the platform's id.
 */
public final class PostPictures {
  /** More pictures of one post are not kept, only their addresses; the migration has it, too. */
  public static final int MOST_OF_A_POST = 10;

  /**
   * A picture that an instance fetches.
   *
   * @param tries how often that was begun, this time included
   */
  public record Claimed(
      String account, String postId, String urlKey, String url, int tries, OffsetDateTime until) {
    public CommentKey post() {
      return new CommentKey(account, postId);
    }
  }

  private PostPictures() {}

  /**
   * Claims the picture that is due first, further tries last; none while the limit of the hour is
   * used up.
   *
   * @param lease time after which another instance may claim it
   */
  public static Optional<Claimed> claim(Handle transaction, Duration lease, HourlyLimit limit) {
    Left left = PictureFetches.left(transaction, FetchHour.POST, limit);
    if (!left.first()) {
      return Optional.empty();
    }
    return transaction
        .createQuery(
            """
            update post_picture p
            set tries = tries + 1, claimed_until = clock_timestamp() + cast(:lease as interval), fetched_at = clock_timestamp()
            where (p.account, p.post_id, p.url_key) = (
              select w.account, w.post_id, w.url_key from post_picture w
              where w.state = 'waiting' and w.due_at <= clock_timestamp()
                and (w.claimed_until is null or w.claimed_until < clock_timestamp())
                and (w.tries = 0 or :again)
              order by w.tries > 0, w.due_at
              limit 1
              for update skip locked)
            returning p.account, p.post_id, p.url_key, p.url, p.tries, p.claimed_until as until
            """)
        .bind("again", left.again())
        .bind("lease", lease.toString())
        .map(ConstructorMapper.of(Claimed.class))
        .findOne();
  }

  /** Stores a fetched picture, unless there is one already, or people removed it. */
  public static void keep(Handle transaction, CommentKey post, String url, byte[] content) {
    transaction
        .createUpdate(
            """
            insert into post_picture as old (account, post_id, url_key, url, state, content, kept_at)
            values (:account, :post, :key, :url, 'kept', :content, clock_timestamp())
            on conflict (account, post_id, url_key) do update
            set state = 'kept', why = '', content = excluded.content, kept_at = excluded.kept_at, claimed_until = null
            where old.state not in ('kept', 'removed')
            """)
        .bind("account", post.account())
        .bind("post", post.id())
        .bind("key", CommentPictures.key(url))
        .bind("url", url)
        .bind("content", content)
        .execute();
  }

  /**
   * Records why a claimed picture is not there.
   *
   * @param again when it is tried again; empty if it is given up
   */
  public static void missing(
      Handle transaction, Claimed picture, PictureGap why, Optional<Duration> again) {
    transaction
        .createUpdate(
            """
            update post_picture
            set state = case when cast(:pause as interval) is null then 'missing' else 'waiting' end, why = :why,
              due_at = clock_timestamp() + coalesce(cast(:pause as interval), interval '0'), claimed_until = null
            where (account, post_id, url_key) = (:account, :post, :key) and state = 'waiting' and claimed_until = :until
            """)
        .bind("pause", again.map(Duration::toString).orElse(null))
        .bind("why", why.code())
        .bind("account", picture.account())
        .bind("post", picture.postId())
        .bind("key", picture.urlKey())
        .bind("until", picture.until())
        .execute();
  }

  public static Optional<Kept> find(Handle handle, CommentKey post, String url) {
    return handle
        .createQuery(
            """
            select content, false as evidence, kept_at
            from post_picture
            where account = :account and post_id = :post and url_key = :key and state = 'kept'
            """)
        .bind("account", post.account())
        .bind("post", post.id())
        .bind("key", CommentPictures.key(url))
        .map(ConstructorMapper.of(Kept.class))
        .findOne();
  }
}

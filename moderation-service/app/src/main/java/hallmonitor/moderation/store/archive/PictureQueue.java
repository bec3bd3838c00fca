package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.PictureFetches.Left;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The pictures of comments that wait to be read for words. An instance claims one, which counts as
 * a try, and works on it without a transaction; if it dies, its claim ends by itself. What was read
 * goes to the second look, which gives the comment another verdict.
 */
public final class PictureQueue {
  /** The stable time lets an index pass over what is not due. */
  private static final String CLAIM =
      """
      update picture_reading p
      set tries = tries + 1, claimed_until = clock_timestamp() + cast(:lease as interval), asking = true
      where p.id = (
        select w.id from picture_reading w
        where w.state = 'waiting' and w.video = :video and w.due_at <= statement_timestamp()
          and (w.claimed_until is null or w.claimed_until < clock_timestamp())
          and w.host <> all (array(
            select o.host from picture_reading o
            where o.claimed_until is not null and o.video = :video and o.asking and o.claimed_until >= clock_timestamp()))
          and %s
        order by w.from_history, w.tries > 0, w.due_at
        limit 1
        for update skip locked)
      returning p.id, p.account, p.comment_id, p.url, p.tries, p.why = 'too-many' as too_many, p.looks,
        p.other_key <> '' as changed, p.no_room, p.claimed_until
      """;

  private static final String ALL = CLAIM.formatted("true");

  private static final String FIRST_TRIES = CLAIM.formatted("not (w.tries > 0)");

  /** What needs no fetch: the archive has it, or it is not read anyway. */
  private static final String HERE =
      CLAIM.formatted(
          """
          w.id in (
            select r.id from picture_reading r where r.state = 'waiting' and r.why = 'too-many'
            union all
            select r.id from comment_picture c join picture_reading r using (account, comment_id, url_key)
            where r.state = 'waiting')
          """);

  private final Handle transaction;

  public PictureQueue(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Claims what is due first, new comments before those of a history and first tries before further
   * ones, and none of a host that is being asked for the same kind. While the hour's limit is
   * reached, none is due that would have to be fetched.
   *
   * @param lease time after which another instance may claim it
   * @param kind videos, or all that is not known to be one
   */
  public Optional<ClaimedPicture> claim(Duration lease, FetchKind kind, HourlyLimit limit) {
    Left left = PictureFetches.left(transaction, kind.hour(), limit);
    if (left.again()) {
      return claim(ALL, lease, kind);
    }
    return (left.first() ? claim(FIRST_TRIES, lease, kind) : Optional.<ClaimedPicture>empty())
        .or(() -> claim(HERE, lease, kind));
  }

  private Optional<ClaimedPicture> claim(String sql, Duration lease, FetchKind kind) {
    return transaction
        .createQuery(sql)
        .bind("lease", lease.toString())
        .bind("video", kind == FetchKind.VIDEO)
        .map(
            (row, context) ->
                new ClaimedPicture(
                    row.getLong("id"),
                    new CommentKey(row.getString("account"), row.getString("comment_id")),
                    row.getString("url"),
                    row.getInt("tries"),
                    row.getBoolean("too_many"),
                    kind,
                    row.getInt("looks"),
                    row.getBoolean("changed"),
                    row.getBoolean("no_room"),
                    row.getObject("claimed_until", OffsetDateTime.class)))
        .findOne();
  }

  /**
   * Prolongs a claim.
   *
   * @param lease from now on
   * @return empty if it was lost, to another instance or to evidence
   */
  public Optional<ClaimedPicture> prolong(ClaimedPicture picture, Duration lease) {
    return transaction
        .createQuery(
            """
            update picture_reading set claimed_until = clock_timestamp() + cast(:lease as interval)
            where id = :id and claimed_until = :until
            returning claimed_until
            """)
        .bind("lease", lease.toString())
        .bind("id", picture.id())
        .bind("until", picture.until())
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(picture::until);
  }
}

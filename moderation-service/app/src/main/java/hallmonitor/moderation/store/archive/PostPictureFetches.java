package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.moderation.store.archive.PictureQueue.HourlyLimit;
import org.jdbi.v3.core.Handle;

/**
 * Counts what is fetched of pictures of posts, so that no site is asked without limit: each try,
 * whatever it brings.
 */
public final class PostPictureFetches {
  /** Whether another fetch is within the limit; binds {@code pictures} and {@code bytes}. */
  static final String IS_WITHIN =
      """
      (select count(*) < :pictures and coalesce(sum(f.bytes), 0) < :bytes
       from post_picture_fetch f where f.started_at > clock_timestamp() - interval '1 hour')
      """;

  private PostPictureFetches() {}

  /** Returns whether the limit of the hour leaves another one. */
  public static boolean isWithin(Handle handle, HourlyLimit limit) {
    return handle
        .createQuery("select " + IS_WITHIN)
        .bind("pictures", limit.pictures())
        .bind("bytes", limit.bytes())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Counts a fetch before it starts, so that one that ends the process counts, too.
   *
   * @return its number
   */
  public static long start(Handle transaction) {
    transaction.execute(
        "delete from post_picture_fetch where started_at < clock_timestamp() - interval '2 hours'");
    return transaction
        .createQuery("insert into post_picture_fetch default values returning fetch_id")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Counts what it brought.
   *
   * @param largest bytes of one picture; one that has more was fetched up to there
   */
  public static void end(Handle transaction, long fetch, FetchOutcome outcome, long largest) {
    long bytes =
        outcome instanceof Body body
            ? body.content().length
            : ((Nothing) outcome).cause() == Cause.TOO_LARGE ? largest : 0;
    transaction.execute("update post_picture_fetch set bytes = ? where fetch_id = ?", bytes, fetch);
  }
}

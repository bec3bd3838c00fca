package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.moderation.store.archive.PictureQueue.HourlyLimit;
import org.jdbi.v3.core.Handle;

/**
 * Counts what is fetched, so that no site is asked without limit: each try, whatever it brings, and
 * each kind for itself.
 */
public final class PictureFetches {
  /**
   * Whether another fetch is within the limit; binds {@code kind}, {@code pictures} and {@code
   * bytes}.
   */
  static final String IS_WITHIN =
      """
      (select count(*) < :pictures and coalesce(sum(f.bytes), 0) < :bytes
       from post_picture_fetch f where f.kind = :kind and f.started_at > clock_timestamp() - interval '1 hour')
      """;

  private PictureFetches() {}

  /** Returns whether the limit of the hour leaves another one. */
  public static boolean isWithin(Handle handle, FetchKind kind, HourlyLimit limit) {
    return handle
        .createQuery("select " + IS_WITHIN)
        .bind("kind", kind.code())
        .bind("pictures", limit.pictures())
        .bind("bytes", limit.bytes())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Counts a fetch before it starts, so that one that ends the process counts, too.
   *
   * @param most bytes that it may bring; they count until it ends
   * @return its number
   */
  public static long start(Handle transaction, FetchKind kind, long most) {
    transaction.execute(
        "delete from post_picture_fetch where started_at < clock_timestamp() - interval '2 hours'");
    return transaction
        .createQuery(
            "insert into post_picture_fetch (kind, bytes) values (:kind, :most) returning fetch_id")
        .bind("kind", kind.code())
        .bind("most", most)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Counts what it brought, also in vain.
   *
   * @param most as at its start; what has more was fetched up to there
   */
  public static void end(Handle transaction, long fetch, FetchOutcome outcome, long most) {
    transaction.execute(
        "update post_picture_fetch set bytes = ? where fetch_id = ?", bytes(outcome, most), fetch);
  }

  private static long bytes(FetchOutcome outcome, long most) {
    if (outcome instanceof Nothing nothing) {
      return nothing.cause() == Cause.TOO_LARGE ? most : nothing.bytes();
    }
    return outcome instanceof Video video
        ? video.file().bytes()
        : ((Body) outcome).content().length;
  }
}

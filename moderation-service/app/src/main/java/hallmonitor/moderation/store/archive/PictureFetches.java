package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import org.jdbi.v3.core.Handle;

/**
 * Counts what is fetched, so that no site is asked without limit: each try that asks a server,
 * whatever it brings. Further tries have a quarter of the hour, so that sites that do not answer
 * leave the rest to those that were not asked yet.
 */
public final class PictureFetches {
  /**
   * What the limit of the hour leaves.
   *
   * @param first whether one may be fetched that was not tried yet
   * @param again whether a further try may be made, too
   */
  public record Left(boolean first, boolean again) {}

  private PictureFetches() {}

  /** Returns what the limit of the hour leaves. */
  public static Left left(Handle handle, FetchHour hour, HourlyLimit limit) {
    return handle
        .createQuery(
            """
            select all_of.first, all_of.first and 4 * further < :pictures and 4 * further_bytes < :bytes as again
            from (
              select count(*) < :pictures and coalesce(sum(bytes), 0) < :bytes as first,
                count(*) filter (where again) as further, coalesce(sum(bytes) filter (where again), 0) as further_bytes
              from post_picture_fetch
              where kind = :hour and started_at > clock_timestamp() - interval '1 hour') all_of
            """)
        .bind("hour", hour.code())
        .bind("pictures", limit.pictures())
        .bind("bytes", limit.bytes())
        .map((row, context) -> new Left(row.getBoolean("first"), row.getBoolean("again")))
        .one();
  }

  /**
   * Returns whether one person may have something fetched: half of the hour of all people is for
   * one at most. Fetches that two requests start at once are counted one after the other.
   *
   * @param person name of the account
   */
  public static boolean isLeftTo(Handle transaction, HourlyLimit limit, String person) {
    transaction.execute("select pg_advisory_xact_lock(hashtextextended('fetches for people', 0))");
    return transaction
        .createQuery(
            """
            select 2 * count(*) < :pictures and 2 * coalesce(sum(bytes), 0) < :bytes
            from post_picture_fetch
            where kind = :hour and person = :person and started_at > clock_timestamp() - interval '1 hour'
            """)
        .bind("hour", FetchHour.PERSON.code())
        .bind("person", person)
        .bind("pictures", limit.pictures())
        .bind("bytes", limit.bytes())
        .mapTo(Boolean.class)
        .one();
  }

  /** Counts a fetch for a person before it starts. */
  public static long start(Handle transaction, String person, long most) {
    long fetch = start(transaction, FetchHour.PERSON, false, most);
    transaction.execute(
        "update post_picture_fetch set person = ? where fetch_id = ?", person, fetch);
    return fetch;
  }

  /**
   * Counts a fetch before it starts, so that one that ends the process counts, too.
   *
   * @param again whether it was tried before
   * @param most bytes that it may bring; they count until it ends
   * @return its number
   */
  public static long start(Handle transaction, FetchHour hour, boolean again, long most) {
    transaction.execute(
        "delete from post_picture_fetch where started_at < clock_timestamp() - interval '2 hours'");
    return transaction
        .createQuery(
            """
            insert into post_picture_fetch (kind, again, bytes) values (:hour, :again, :most) returning fetch_id
            """)
        .bind("hour", hour.code())
        .bind("again", again)
        .bind("most", most)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Counts what it brought, also in vain. What asked no server does not count.
   *
   * @param most as at its start; what has more was fetched up to there
   */
  public static void end(Handle transaction, long fetch, FetchOutcome outcome, long most) {
    if (outcome instanceof Nothing nothing && !nothing.asked()) {
      transaction.execute("delete from post_picture_fetch where fetch_id = ?", fetch);
      return;
    }
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

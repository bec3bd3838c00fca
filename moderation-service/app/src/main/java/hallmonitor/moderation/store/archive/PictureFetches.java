package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Counts what is fetched, so that no site is asked without limit: each try that asks a server,
 * whatever it brings. Further tries have a quarter of the hour, so that sites that do not answer
 * leave the rest to those that were not asked yet.
 */
public final class PictureFetches {
  /**
   * Whether another fetch is within the limit: the first try of the row {@code w}, or a further
   * one. Binds what {@link #bind} does.
   */
  static final String IS_WITHIN =
      """
      case when w.tries = 0
        then (select count(*) < :pictures and coalesce(sum(f.bytes), 0) < :bytes
          from post_picture_fetch f where f.kind = :hour and f.started_at > clock_timestamp() - interval '1 hour')
        else (select count(*) < :pictures and coalesce(sum(f.bytes), 0) < :bytes
            and 4 * count(*) filter (where f.again) < :pictures and 4 * coalesce(sum(f.bytes) filter (where f.again), 0) < :bytes
          from post_picture_fetch f where f.kind = :hour and f.started_at > clock_timestamp() - interval '1 hour')
      end
      """;

  private PictureFetches() {}

  static <S extends SqlStatement<S>> S bind(S statement, FetchHour hour, HourlyLimit limit) {
    return statement
        .bind("hour", hour.code())
        .bind("pictures", limit.pictures())
        .bind("bytes", limit.bytes());
  }

  /** Returns whether the limit of the hour leaves another one that was not tried yet. */
  public static boolean isWithin(Handle handle, FetchHour hour, HourlyLimit limit) {
    return bind(
            handle.createQuery("select " + IS_WITHIN + " from (select 0 as tries) w"), hour, limit)
        .mapTo(Boolean.class)
        .one();
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

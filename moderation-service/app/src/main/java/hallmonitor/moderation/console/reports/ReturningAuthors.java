package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/**
 * How many people wrote on an account, and how many of them on more than one day.
 *
 * @param comments that were looked at, by people with an id or a name
 */
public record ReturningAuthors(long authors, long returning, long comments) {
  /** More comments of one account would take long; then only the newest count. */
  static final int MOST = 10_000;

  private static final String SQL =
      """
      with newest as (
        select c.author_key, cast(c.first_seen_at at time zone :zone as date) as day
        from comment c
        where c.account = :account and not c.from_history and c.first_seen_at >= :since and c.visibility <> 'elsewhere'
          and c.author_key <> 'name:' and not starts_with(c.author_key, 'disposed:')
        order by c.first_seen_at desc, c.comment_id desc limit :most)
      select count(*) as authors, count(*) filter (where days > 1) as returning, coalesce(sum(comments), 0) as comments
      from (
        select count(distinct day) as days, count(*) as comments
        from newest group by author_key) by_author
      """;

  static ReturningAuthors of(Handle h, String account, Instant since, ZoneId zone) {
    return h.createQuery(SQL)
        .bind("account", account)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .bind("zone", zone.getId())
        .bind("most", MOST)
        .map(rows(ReturningAuthors.class))
        .one();
  }

  /** Returns whether there may be more comments than were looked at. */
  public boolean isCut() {
    return comments >= MOST;
  }
}

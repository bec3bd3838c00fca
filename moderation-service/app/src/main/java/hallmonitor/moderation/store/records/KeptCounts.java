package hallmonitor.moderation.store.records;

import hallmonitor.messaging.LongStatements;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts of what is kept, by the month in which comments were first seen: one transaction for each
 * month, which replaces earlier counts of it.
 */
public final class KeptCounts {
  /**
   * Up to so many comments all months are counted each minute, whatever the last count took: on a
   * machine that has just started, a count of five comments takes as long as one of thousands.
   */
  private static final int SMALL = 10_000;

  private static final String DUE =
      """
      with span as (
        select date_trunc('month', min(first_seen_at) at time zone 'UTC') as first,
          date_trunc('month', clock_timestamp() at time zone 'UTC') as last
        from comment)
      select m::date from span cross join generate_series(span.first, span.last, interval '1 month') m
      left join kept_month k on k.month = m::date
      where k.month is null or k.again or k.days_at is null
        or k.counted_at < clock_timestamp() - greatest(interval '1 minute', case
          when (select coalesce(sum(n), 0) from kept_count) > :small then least(interval '1 day', k.took * 20000) end)
      order by k.month is not null, k.again desc, k.counted_at, m desc
      """;

  private static final String COUNT =
      """
      insert into kept_count (month, account, building, kind, n, oldest)
      select :month, account, building, kind, count(*), min(first_seen_at)
      from (
        select c.account, rc.building, c.first_seen_at,
          case when c.disposal_id is not null then 'disposed' when rc.case_id is null then 'caseless'
            when rc.evidence then 'evidence' when rc.state = 'open' then 'open' else 'decided' end as kind
        from comment c left join review_case rc using (account, comment_id)
        where c.first_seen_at >= cast(:month as timestamp) at time zone 'UTC'
          and c.first_seen_at < (cast(:month as timestamp) + interval '1 month') at time zone 'UTC') kept
      group by account, building, kind
      """;

  private final Jdbi database;

  public KeptCounts(Jdbi database) {
    this.database = database;
  }

  /**
   * Returns the first days of the months to count now: those never counted, then those that a
   * disposal changed, then those counted long ago: a minute in a small archive, and in a large one
   * long in comparison with how long counting took.
   */
  public List<LocalDate> due() {
    return database.withHandle(
        h -> h.createQuery(DUE).bind("small", SMALL).mapTo(LocalDate.class).list());
  }

  /**
   * Counts a month, unless another instance is doing so.
   *
   * @param month its first day
   */
  public void count(LocalDate month, KeptDays.Calendar calendar) {
    database.useTransaction(
        t -> {
          boolean mine =
              t.select("select pg_try_advisory_xact_lock(hashtext('kept_month'))")
                  .mapTo(boolean.class)
                  .one();
          if (mine) {
            LongStatements.COUNT.allow(t);
            t.execute(
                """
                insert into kept_month (month, counted_at, took) values (?, now(), '0')
                on conflict (month) do update set counted_at = excluded.counted_at, again = false
                """,
                month);
            t.execute("delete from kept_count where month = ?", month);
            t.createUpdate(COUNT).bind("month", month).execute();
            KeptDays.count(t, month, calendar);
            t.execute(
                "update kept_month set took = clock_timestamp() - now() where month = ?", month);
          }
        });
  }

  /** Lets all months be counted again soon. */
  static void again(Handle t) {
    t.execute("update kept_month set again = true");
  }
}

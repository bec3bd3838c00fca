package hallmonitor.moderation.console.home;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Reads the figures of the home page. Counts stop early, and times come from indexes over two or
 * four weeks, so the page costs no more in a large archive.
 */
@ApplicationScoped
public class HomeQueries {
  /** Larger numbers are not counted. */
  static final int MOST = 10_000;

  static final String OPEN =
      """
      select (select count(*) from (select from review_case rc
        where rc.state = 'open' and rc.place = p.place and <in_scope> limit :most) counted)
      from (select cast(n as smallint) from generate_series(0, 5) n) p (place) order by p.place
      """;

  static final String WAITING =
      """
      select
        (select count(*) from case_clock k join review_case rc using (case_id) left join case_duty d using (clock_id)
          where k.running and d.done_at is null and k.due_at < clock_timestamp() and <in_scope>) as overdue,
        (select count(*) from (select from review_case rc
          where rc.unconfirmed and <in_scope> limit :most) u) as unconfirmed,
        (select count(*) from (select from review_case rc
          where rc.state = 'open' and rc.action_state = 'failed' and <in_scope> limit :most) f) as failed
      """;

  static final String ANSWERED =
      """
      select percentile_cont(0.5) within group (order by took) filter (where recent) as now,
             percentile_cont(0.5) within group (order by took) filter (where not recent) as before
      from (select e.raised_at >= clock_timestamp() - interval '7 days' as recent,
              extract(epoch from answer.at - e.raised_at) as took
            from escalation_state e join review_case rc using (case_id)
            cross join lateral (
              select min(ev.at) as at from case_event ev
              where ev.case_id = e.case_id and ev.kind in ('acknowledged', 'closed') and ev.at >= e.raised_at
                and starts_with(ev.dedupe, 'escalation/' || e.escalation_id || '/')) answer
            where e.raised_at >= clock_timestamp() - interval '14 days' and answer.at is not null and <in_scope>) t
      """;

  static final String DECIDED =
      """
      select percentile_cont(0.5) within group (order by took) filter (where recent) as now,
             percentile_cont(0.5) within group (order by took) filter (where not recent) as before
      from (select rc.decided_at >= clock_timestamp() - interval '7 days' as recent,
              extract(epoch from rc.decided_at - rc.opened_at) as took
            from review_case rc
            where rc.state <> 'open' and coalesce(rc.decided_at, rc.opened_at) >= clock_timestamp() - interval '14 days'
              and rc.decided_at is not null and <in_scope>) t
      """;

  static final String ALARMS =
      """
      select count(*) filter (where e.raised_at >= clock_timestamp() - interval '7 days') as now,
             count(*) filter (where e.raised_at < clock_timestamp() - interval '7 days'
               and e.raised_at >= clock_timestamp() - interval '14 days') as before,
             count(*) filter (where e.state = 'closed') as answered,
             count(*) filter (where e.state = 'closed' and not e.false_alarm) as real
      from escalation_state e join review_case rc using (case_id)
      where e.raised_at >= clock_timestamp() - interval '28 days' and <in_scope>
      """;

  /** Counts of waiting work other than open cases. */
  public record Waiting(long overdue, long unconfirmed, long failed) {}

  private final ConsoleDatabase database;

  HomeQueries(ConsoleDatabase database) {
    this.database = database;
  }

  HomeFigures ask(Scope scope) {
    return database.read(h -> ask(h, scope));
  }

  static HomeFigures ask(Handle h, Scope scope) {
    List<Long> places =
        scope.bind(h.createQuery(OPEN)).bind("most", MOST + 1).mapTo(Long.class).list();
    Waiting waiting =
        scope.bind(h.createQuery(WAITING)).bind("most", MOST + 1).map(rows(Waiting.class)).one();
    return new HomeFigures(
        HomeFigures.Open.of(places),
        waiting.overdue(),
        waiting.unconfirmed(),
        waiting.failed(),
        one(h, scope, ANSWERED, HomeFigures.Waited.class),
        one(h, scope, DECIDED, HomeFigures.Waited.class),
        one(h, scope, ALARMS, HomeFigures.AlarmCounts.class));
  }

  private static <T> T one(Handle h, Scope scope, String sql, Class<T> type) {
    return scope.bind(h.createQuery(sql)).map(rows(type)).one();
  }
}

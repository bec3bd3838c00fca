package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.reports.ReportNeutrality.StanceCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads the figures of a report. Figures that grow with the archive come from daily counts, figures
 * that grow with the cases from an index over the span.
 */
@ApplicationScoped
public class FigureQueries {
  private static final String JUDGED = " from judged_day rc where rc.day between :from and :to";

  private static final String ALL_CLAUSES = JUDGED + " and rc.clause = ''";

  private static final String OPENED = " where rc.opened_at >= :since and rc.opened_at < :until";

  static final String VOLUMES =
      """
      select rc.day, sum(created) as seen, sum(created + edited) as judged, sum(allowed) as allowed,
             sum(reviewed) as reviewed, sum(hidden) as hidden, sum(escalated) as escalated
      """
          + ALL_CLAUSES
          + ReportQuery.NARROWED
          + " group by rc.day order by rc.day";

  static final String BUILDINGS =
      """
      select rc.building, sum(created) as seen, sum(created + edited) as judged, sum(allowed) as allowed
      """
          + ALL_CLAUSES
          + ReportQuery.NARROWED
          + " group by rc.building order by rc.building";

  static final String STANCES =
      """
      select rc.clause, rc.stance, sum(created + edited) as judged,
             sum(reviewed + hidden + escalated) as caught
      """
          + JUDGED
          + ReportQuery.NARROWED
          + " group by rc.clause, rc.stance";

  /**
   * An automatic hide counts once it was carried out. A granted appeal restores its case, so it
   * counts as overturned here.
   */
  static final String CASES =
      """
      select rc.building, rc.clause, count(*) as cases,
             count(*) filter (where rc.state = 'open') as open, count(hide.done) as automatic,
             count(hide.done) filter (where rc.outcome = 'escalate') as reported,
             count(hide.done) filter (where rc.state = 'restored') as overturned
      from review_case rc
      left join lateral (
        select true as done from ordered_action o
        where o.case_id = rc.case_id and o.action = 'hide' and o.ordered_by = 'policy' and o.state = 'taken'
        limit 1) hide on true
      """
          + OPENED
          + ReportQuery.NARROWED
          + " group by rc.building, rc.clause order by rc.building, rc.clause";

  static final String ESCALATIONS =
      """
      select rc.building, e.clause, count(*) as raised,
             count(*) filter (where e.false_alarm) as false_alarms
      from escalation_state e join review_case rc using (case_id)
      where e.raised_at >= :since and e.raised_at < :until
      """
          + ReportQuery.NARROWED
          + " group by rc.building, e.clause order by rc.building, e.clause";

  /** The event kinds of a person's decision; its effects have kinds of their own. */
  static final String DECISIONS =
      """
      select ev.kind, coalesce(u.display_name, ev.actor) as person, count(*) as times
      from case_event ev join review_case rc using (case_id)
      left join console_user u on u.user_name = ev.actor
      where ev.at >= :since and ev.at < :until and ev.actor not in ('policy', 'ingest', 'notifier')
        and ev.kind in ('confirmed', 'dismissed', 'hide-ordered', 'restore-ordered', 'hide-cancelled')
      """
          + ReportQuery.NARROWED
          + " group by ev.kind, ev.actor, u.display_name order by ev.kind, times desc, person";

  /** From the connector's read until the platform reports the comment as hidden. */
  static final String TIME_TO_HIDE =
      """
      select count(*) as all, count(o.done_at) as times,
             percentile_cont(0.5) within group (order by extract(epoch from o.done_at - o.seen_at)) as median,
             percentile_cont(0.95) within group (order by extract(epoch from o.done_at - o.seen_at)) as p95
      from review_case rc
      join ordered_action o on o.case_id = rc.case_id and o.action = 'hide'
        and o.ordered_by = 'policy' and o.state <> 'cancelled'
      """
          + OPENED
          + ReportQuery.NARROWED;

  /** Until the first answer; closing without an earlier acknowledgment counts. */
  static final String TIME_TO_ACKNOWLEDGE =
      """
      select count(*) as all, count(answer.at) as times,
             percentile_cont(0.5) within group (order by extract(epoch from answer.at - e.raised_at)) as median,
             percentile_cont(0.95) within group (order by extract(epoch from answer.at - e.raised_at)) as p95
      from escalation_state e join review_case rc using (case_id)
      left join lateral (
        select min(ev.at) as at from case_event ev
        where ev.case_id = e.case_id and ev.kind in ('acknowledged', 'closed') and ev.at >= e.raised_at
          and starts_with(ev.dedupe, 'escalation/' || e.escalation_id || '/')) answer on true
      where e.raised_at >= :since and e.raised_at < :until
      """
          + ReportQuery.NARROWED;

  private final ConsoleDatabase database;

  FigureQueries(ConsoleDatabase database) {
    this.database = database;
  }

  ReportFigures ask(ReportQuery question) {
    return database.read(h -> ask(h, question));
  }

  static ReportFigures ask(Handle h, ReportQuery question) {
    return new ReportFigures(
        countedUntil(h),
        list(h, question, VOLUMES, DayVolume.class),
        list(h, question, BUILDINGS, ReportFigures.PlaceVolume.class),
        list(h, question, STANCES, StanceCount.class),
        list(h, question, CASES, ReportFigures.CaseFigures.class),
        list(h, question, ESCALATIONS, ReportFigures.Escalated.class),
        list(h, question, DECISIONS, ReportFigures.Decided.class),
        one(h, question, TIME_TO_HIDE),
        one(h, question, TIME_TO_ACKNOWLEDGE));
  }

  /** Returns the volume of each day that has one, in order. */
  List<DayVolume> volumes(ReportQuery question) {
    return database.read(h -> list(h, question, VOLUMES, DayVolume.class));
  }

  /** Returns the cases alone, by school and clause. */
  List<ReportFigures.CaseFigures> cases(ReportQuery question) {
    return database.read(h -> list(h, question, CASES, ReportFigures.CaseFigures.class));
  }

  /** Returns the totals alone, for the period before. */
  ReportTotals totals(ReportQuery question) {
    return database.read(
        h ->
            ReportTotals.of(
                list(h, question, VOLUMES, DayVolume.class),
                list(h, question, CASES, ReportFigures.CaseFigures.class),
                list(h, question, ESCALATIONS, ReportFigures.Escalated.class),
                one(h, question, TIME_TO_ACKNOWLEDGE)));
  }

  /** Returns the first day with a comment on an account; empty before it. */
  Optional<LocalDate> firstDay(String account) {
    return database.read(
        h ->
            h.createQuery("select min(day) from judged_day where account = :account")
                .bind("account", account)
                .mapTo(LocalDate.class)
                .findOne());
  }

  private static Optional<Instant> countedUntil(Handle h) {
    return h.createQuery("select max(counted_at) from counted_day").mapTo(Instant.class).findOne();
  }

  private static <T> List<T> list(Handle h, ReportQuery question, String sql, Class<T> type) {
    return question.bind(h.createQuery(sql)).map(rows(type)).list();
  }

  private static ReportFigures.Times one(Handle h, ReportQuery question, String sql) {
    return question.bind(h.createQuery(sql)).map(rows(ReportFigures.Times.class)).one();
  }
}

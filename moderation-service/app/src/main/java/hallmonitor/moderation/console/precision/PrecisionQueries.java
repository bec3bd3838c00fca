package hallmonitor.moderation.console.precision;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Reads what people decided by clause and week. Cases come from an index over the weeks, everything
 * that grows with the archive from daily counts.
 */
@ApplicationScoped
public class PrecisionQueries {
  /**
   * What a person said about a case's alarm: the answer to the escalation of this revision,
   * otherwise the decision on the comment. A warning of a threat is a true alarm even though the
   * comment stays.
   */
  private static final String SAID =
      """
      left join lateral (
        select e.false_alarm, e.person from escalation_state e
        where rc.evidence and e.case_id = rc.case_id and e.state = 'closed' and e.raised_at >= rc.seen_at
        order by e.state_at desc limit 1) answer on true
      cross join lateral (
        select case when answer.false_alarm is not null then not answer.false_alarm
            when rc.state in ('confirmed', 'hidden') then true
            when rc.state in ('restored', 'dismissed') then false end as confirmed,
          coalesce(answer.person, rc.decided_by) as person) said
      where rc.opened_at >= :since and rc.opened_at < :until and <in_scope>
      """;

  static final String WEEKS =
      """
      select date_trunc('week', rc.opened_at at time zone :zone)::date as week, rc.clause, rc.outcome, rc.category,
        count(*) as cases, count(rc.lane_since) as lane, count(hide.done) as hidden,
        count(said.confirmed) as decided, count(*) filter (where said.confirmed) as confirmed,
        count(*) filter (where answer.false_alarm) as false_alarms
      from review_case rc
      left join lateral (
        select true as done from ordered_action o
        where o.case_id = rc.case_id and o.action = 'hide' and o.ordered_by = 'policy' and o.state = 'taken'
        limit 1) hide on true
      """
          + SAID
          + " group by 1, 2, 3, 4";

  static final String PEOPLE =
      """
      select distinct rc.clause, rc.outcome, said.person
      from review_case rc
      """
          + SAID
          + " and said.confirmed is not null";

  static final String SAMPLES =
      """
      select s.category, count(*) as times from quality_sample s
      where s.day >= :from and s.day < :to and not s.allowed_right and %s
      group by s.category
      """
          .formatted(Scope.of("s.building", "s.account"));

  static final String VOLUMES =
      """
      select date_trunc('week', rc.day)::date as week, rc.clause, sum(created + edited) as judged,
        sum(escalated) as told, sum(reviewed + hidden + escalated) as caught
      from judged_day rc
      where rc.day >= :from and rc.day < :to and <in_scope>
      group by 1, 2
      """;

  private final ConsoleDatabase database;

  PrecisionQueries(ConsoleDatabase database) {
    this.database = database;
  }

  PrecisionFigures ask(PrecisionWeeks weeks, Scope scope) {
    return database.read(h -> ask(h, weeks, scope));
  }

  static PrecisionFigures ask(Handle h, PrecisionWeeks weeks, Scope scope) {
    return new PrecisionFigures(
        scope
            .bind(h.createQuery(WEEKS))
            .bind("zone", weeks.zone().getId())
            .bind("since", weeks.since(weeks.first()))
            .bind("until", weeks.until())
            .map(rows(PrecisionFigures.CaseWeek.class))
            .list(),
        scope
            .bind(h.createQuery(PEOPLE))
            .bind("since", weeks.since(weeks.firstOfAdvice()))
            .bind("until", weeks.until())
            .map(rows(PrecisionFigures.DecidedBy.class))
            .list(),
        scope
            .bind(h.createQuery(SAMPLES))
            .bind("from", weeks.firstOfAdvice())
            .bind("to", weeks.end())
            .map(rows(PrecisionFigures.FoundInCheck.class))
            .list(),
        volumes(h, weeks, scope));
  }

  private static List<PrecisionFigures.JudgedWeek> volumes(
      Handle h, PrecisionWeeks weeks, Scope scope) {
    return scope
        .bind(h.createQuery(VOLUMES))
        .bind("from", weeks.firstOfShift())
        .bind("to", weeks.current())
        .map(rows(PrecisionFigures.JudgedWeek.class))
        .list();
  }
}

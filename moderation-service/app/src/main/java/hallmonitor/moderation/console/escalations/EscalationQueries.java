package hallmonitor.moderation.console.escalations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads escalations, clocks and evidence for the console. */
@ApplicationScoped
public class EscalationQueries {
  /** A case with an open escalation or a running clock, from one row of the database. */
  public record Concerned(
      UUID caseId,
      String building,
      String category,
      String clause,
      String urgency,
      Instant openedAt) {}

  /** The columns of {@link ClockView}; to be followed by a {@code where}. */
  private static final String CLOCKS =
      """
      select k.clock_id, k.case_id, k.kind, k.title, k.wording, k.source, k.person,
             coalesce(u.display_name, k.person) as person_name, k.fields, k.due_at,
             k.due_at < clock_timestamp() as overdue, k.running, k.stopped_at,
             coalesce(e.display_name, k.stopped_by) as stopped_by,
             coalesce(d.fields, '{}')::text as saved_json,
             coalesce(s.display_name, d.by) as saved_by, d.at as saved_at,
             d.done_at, rc.building, rc.category, c.author_name,
             least(c.first_seen_at, (
               select min(claimed_at) from revision r
               where (r.account, r.comment_id) = (c.account, c.comment_id))) as comment_seen,
             left(c.latest_text, 200) as said
      from case_clock k
      join review_case rc using (case_id)
      join comment c on c.account = rc.account and c.comment_id = rc.comment_id
      left join console_user u on u.user_name = k.person
      left join case_duty d using (clock_id)
      left join console_user s on s.user_name = d.by
      left join console_user e on e.user_name = k.stopped_by
      """;

  /** Something still has to be done. */
  private static final String WAITS = "k.running and d.done_at is null";

  private static final int MOST_CLOCKS = 500;

  private final ConsoleDatabase database;

  EscalationQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns a case's building; empty if there is no such case in scope. */
  Optional<String> building(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.building from review_case rc
                        where rc.case_id = :case and <in_scope>
                        """))
                .bind("case", caseId)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Returns the case's most recently updated escalation. One that was folded into an earlier one
   * has none of its own.
   *
   * @param viewer a user name
   */
  Optional<EscalationView> escalation(UUID caseId, String viewer) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select e.escalation_id, e.raised_at, e.state, e.person,
                           coalesce(u.display_name, e.person) as person_name, e.state_at, e.clause,
                           e.until, e.next_step,
                           exists (
                             select from escalation_told t
                             where t.case_id = e.case_id and (t.person = :viewer or t.person =
                               (select v.told_as from console_user v where v.user_name = :viewer))) as told,
                           e.outcome,
                           e.false_alarm,
                           case when e.state <> 'closed'
                             and e.undelivered_at > coalesce(e.answered_at, '-infinity')
                             then e.undelivered else '' end as undelivered,
                           a.answer as sent_answer, a.at as sent_at
                    from escalation_state e
                    left join console_user u on u.user_name = e.person
                    left join lateral (
                      select answer, at from case_answer a
                      where a.case_id = e.case_id and a.at > e.state_at and a.at >= e.raised_at
                      order by at desc limit 1) a on true
                    where e.case_id = :case order by e.state_at desc, e.escalation_id limit 1
                    """)
                .bind("case", caseId)
                .bind("viewer", viewer)
                .map(rows(EscalationView.class))
                .findOne());
  }

  /** Returns the clocks of a case, running ones first. */
  List<ClockView> clocksOf(UUID caseId) {
    return database.read(
        h ->
            h.createQuery(
                    CLOCKS
                        + """
                        where k.case_id = :case and k.started_at is not null
                        order by not k.running, k.due_at, k.clock_id limit :most
                        """)
                .bind("case", caseId)
                .bind("most", MOST_CLOCKS)
                .map(rows(ClockView.class))
                .list());
  }

  /** Returns the running clocks in scope: overdue first, then by due time. */
  List<ClockView> running(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        CLOCKS
                            + "where %s and <in_scope> order by k.due_at, k.clock_id limit %d"
                                .formatted(WAITS, MOST_CLOCKS)))
                .map(rows(ClockView.class))
                .list());
  }

  /**
   * Returns cases in scope with an open escalation or a running clock: unacknowledged first, then
   * by urgency, then the newest.
   */
  public List<Concerned> concerned(Scope scope, int most) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        with standing as (
                          select case_id, bool_or(state = 'open') as unanswered from escalation_state
                          where state <> 'closed' group by case_id),
                        waiting as (
                          select k.case_id, min(k.due_at) as due_at
                          from case_clock k left join case_duty d using (clock_id) where %s group by k.case_id)
                        select rc.case_id, rc.building, rc.category, rc.clause, rc.urgency, rc.opened_at
                        from standing s full join waiting w using (case_id) join review_case rc using (case_id)
                        where <in_scope>
                        order by coalesce(s.unanswered, false) desc,
                                 array_position(array['immediate', 'soon', 'digest'], rc.urgency),
                                 rc.opened_at desc, w.due_at nulls last, rc.case_id
                        limit :most
                        """
                            .formatted(WAITS)))
                .bind("most", most)
                .map(rows(Concerned.class))
                .list());
  }

  /** Returns which of these cases a person has opened. */
  public Set<UUID> viewed(String userName, List<UUID> cases) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select case_id from case_view
                    where user_name = :user and case_id = any(:cases)
                    """)
                .bind("user", userName)
                .bindArray("cases", UUID.class, cases)
                .mapTo(UUID.class)
                .collectIntoSet());
  }

  /** Returns the captures of a case, newest first. */
  List<SealView> seals(UUID caseId) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select x.what, x.asked_by, coalesce(u.display_name, x.asked_by) as asked_by_name,
                           x.reason, x.asked_at, s.sequence, s.hash, s.at as sealed_at
                    from (select 'escalation' as what, escalation_id as id, '' as asked_by, '' as reason,
                                 raised_at as asked_at
                          from escalation_state where case_id = :case
                          union all
                          select 'person', event_id, asked_by, reason, at from case_capture
                          where case_id = :case) x
                    left join evidence_seal s on s.capture_id = x.id
                    left join console_user u on u.user_name = x.asked_by
                    order by x.asked_at desc limit 100
                    """)
                .bind("case", caseId)
                .map(rows(SealView.class))
                .list());
  }

  /** Returns why the comment was hidden before its seal; empty if it was not. */
  Optional<String> hiddenBeforeSeal(UUID caseId) {
    return database.read(
        h ->
            h.select(
                    """
                    select detail from case_event
                    where case_id = ? and kind = 'hidden-before-seal' order by id desc limit 1
                    """,
                    caseId)
                .mapTo(String.class)
                .findOne());
  }

  /** Returns the alarms shown everywhere in the console. */
  Alarms alarms(Scope scope) {
    return database.read(
        h ->
            new Alarms(
                scope
                    .bind(
                        h.createQuery(
                            """
                            select count(*) from case_clock k
                            join review_case rc using (case_id)
                            left join case_duty d using (clock_id)
                            where %s and k.due_at < clock_timestamp() and <in_scope>
                            """
                                .formatted(WAITS)))
                    .mapTo(long.class)
                    .one(),
                undelivered(h, scope)));
  }

  private static List<Alarms.Undelivered> undelivered(Handle handle, Scope scope) {
    return scope
        .bind(
            handle.createQuery(
                """
                select e.case_id, rc.building, rc.category, e.undelivered as message, e.undelivered_at as at
                from escalation_state e join review_case rc using (case_id)
                where e.undelivered_at is not null and e.state <> 'closed'
                  and e.undelivered_at > coalesce(e.answered_at, '-infinity') and <in_scope>
                order by e.undelivered_at, e.escalation_id limit 20
                """))
        .map(rows(Alarms.Undelivered.class))
        .list();
  }

  /** Returns the numbers of escalations and of false alarms for each clause. */
  List<FalseAlarms> falseAlarms(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select category, clause,
                               count(*) filter (where recent) as raised_30,
                               count(*) filter (where recent and false_alarm) as false_30,
                               count(*) as raised_90,
                               count(*) filter (where false_alarm) as false_90
                        from (select s.category, s.clause, s.false_alarm,
                                     s.raised_at >= clock_timestamp() - interval '30 days' as recent
                              from escalation_state s join review_case rc using (case_id)
                              where s.raised_at >= clock_timestamp() - interval '90 days' and <in_scope>) e
                        group by category, clause order by false_90 desc, raised_90 desc, category, clause
                        """))
                .map(rows(FalseAlarms.class))
                .list());
  }
}

package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads appeals within the viewer's scope. */
@ApplicationScoped
public class AppealQueries {
  private static final String APPEALS =
      """
      select a.appeal_id, a.case_id, a.reference, a.about, a.clause, a.channel, a.appellant, a.contact, a.why,
             a.received_by, a.received_at, a.due_at, a.state = 'open' and a.due_at <= clock_timestamp() as overdue,
             a.state, a.decided_by, coalesce(u.display_name, a.decided_by) as decider_name, a.decided_at, a.reason,
             rc.building, rc.category, c.author_name, c.latest_text, c.visibility, rc.version,
             array(select behind_appeal(r.case_id, r.about, r.subject)) as behind
      from appeal a
      join appeal_reference r using (reference)
      join review_case rc on rc.case_id = a.case_id
      join comment c on c.account = rc.account and c.comment_id = rc.comment_id
      left join console_user u on u.user_name = a.decided_by
      where <in_scope>
      """;

  private static final int MOST = 200;

  private final ConsoleDatabase database;

  AppealQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns open appeals by due time, so overdue ones come first. */
  List<AppealView> open(Scope scope) {
    return list(scope, " and a.state = 'open' order by a.due_at, a.received_at, a.appeal_id");
  }

  /** Returns decided appeals, newest first. */
  List<AppealView> decided(Scope scope) {
    return list(scope, " and a.state <> 'open' order by a.decided_at desc, a.appeal_id");
  }

  private List<AppealView> list(Scope scope, String rest) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(APPEALS + rest + " limit " + MOST))
                .map(rows(AppealView.class))
                .list());
  }

  List<AppealView> ofCase(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        APPEALS + " and a.case_id = :case order by a.received_at desc limit 50"))
                .bind("case", caseId)
                .map(rows(AppealView.class))
                .list());
  }

  Optional<AppealView> find(UUID appealId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(APPEALS + " and a.appeal_id = :appeal"))
                .bind("appeal", appealId)
                .map(rows(AppealView.class))
                .findOne());
  }

  /** Returns figures by clause, the most often overturned first. */
  public List<ClauseFigure> figures(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select a.clause, count(*) filter (where a.state = 'open') as open,
                               count(*) filter (where a.state = 'upheld') as upheld,
                               count(*) filter (where a.state = 'overturned') as overturned
                        from appeal a join review_case rc using (case_id)
                        where a.about = 'hide' and <in_scope>
                        group by a.clause order by overturned desc, a.clause
                        """))
                .map(rows(ClauseFigure.class))
                .list());
  }
}

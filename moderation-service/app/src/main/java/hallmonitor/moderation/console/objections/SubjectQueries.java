package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the subjects of replies and proposals. */
@ApplicationScoped
public class SubjectQueries {
  private final ConsoleDatabase database;

  SubjectQueries(ConsoleDatabase database) {
    this.database = database;
  }

  Optional<ObjectionSubject> find(UUID caseId, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.case_id, rc.account, c.platform, rc.building, rc.clause, c.author_key, c.author_name,
                               array(select jsonb_array_elements_text(s.status -> 'capabilities')) as capabilities
                        from review_case rc
                        join comment c on c.account = rc.account and c.comment_id = rc.comment_id
                        left join account_status s on s.account = rc.account
                        where rc.case_id = :case and <in_scope>
                        """))
                .bind("case", caseId)
                .map(rows(ObjectionSubject.class))
                .findOne());
  }

  List<ReplyView> replies(UUID caseId) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select action_id, template, language, text, objections, ordered_by, ordered_at, note,
                      case when y.state = 'proposed' and not exists (
                          select from proposal p where p.kind = 'reply' and p.subject = y.action_id::text
                            and p.state = 'proposed' and p.expires_at > now())
                        then 'refused' else y.state end as state
                    from case_reply y
                    where case_id = ? order by ordered_at desc
                    """)
                .bind(0, caseId)
                .map(rows(ReplyView.class))
                .list());
  }
}

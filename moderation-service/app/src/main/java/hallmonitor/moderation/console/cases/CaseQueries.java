package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.pictures.PictureMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads one case with everything around it. Every query uses an index. */
@ApplicationScoped
public class CaseQueries {
  /** The columns of {@link CaseView}; to be followed by a {@code where}. */
  public static final String CASES =
      """
      select rc.case_id, rc.account, rc.comment_id, c.platform, c.post_id, p.title as post_title, c.parent_id,
             rc.building, rc.revision, c.latest_revision, rc.outcome, rc.clause, rc.category, rc.urgency, rc.state,
             rc.action_state, rc.action_note, rc.disagreement, rc.opened_at, rc.seen_at, rc.hidden_at, rc.decided_by,
             coalesce(u.display_name, rc.decided_by) as decider_name, rc.decided_at, rc.decision_note, rc.decision_clause,
             rc.version,
             c.author_key, c.author_name, c.permalink, c.visibility, r.body, r.language, r.findings::text as findings_json,
             r.attachments, %s,
             gone.disposed_at, disposal.approval as disposal_approval
      from review_case rc
      join comment c on c.account = rc.account and c.comment_id = rc.comment_id
      join revision r on r.account = rc.account and r.comment_id = rc.comment_id and r.revision = rc.revision
      left join disposed_revision gone
        on gone.account = rc.account and gone.comment_id = rc.comment_id and gone.revision = rc.revision
      left join disposal on disposal.disposal_id = gone.disposal_id
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join console_user u on u.user_name = rc.decided_by
      """
          .formatted(PictureMark.column("r.attachments", "r"));

  private static final int AROUND = 2;

  /**
   * A comment near the one of a case.
   *
   * @param place {@code parent}, {@code reply}, {@code before} or {@code after}
   * @param disposed whether its text was disposed of
   * @param caseId its own case; absent if it has none in scope
   */
  public record Neighbor(
      String place,
      String account,
      String commentId,
      String authorName,
      String latestText,
      String visibility,
      Instant firstSeenAt,
      boolean disposed,
      UUID caseId,
      List<String> pictured) {
    private static final int SHOWN = 240;

    public MarkedText getText() {
      return MarkedText.of(latestText, List.of(), SHOWN);
    }

    /** Returns its pictures and videos. */
    public PictureMark getMark() {
      return PictureMark.of(pictured);
    }
  }

  public record Revision(
      String revision,
      String kind,
      String body,
      Instant observedAt,
      String outcome,
      String policyVersion,
      String modelVersion,
      boolean disposed) {}

  public record Event(Instant at, String actor, String kind, String detail) {}

  public record Earlier(
      UUID caseId, String category, String clause, String state, Instant openedAt) {}

  private final ConsoleDatabase database;

  CaseQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Finds a case; also empty if it is out of scope. */
  public Optional<CaseView> find(UUID id, Scope scope) {
    return all(List.of(id), scope).stream().findFirst();
  }

  /** Returns the cases that are in scope, in the given order. */
  public List<CaseView> all(List<UUID> ids, Scope scope) {
    return database.read(h -> all(h, ids, scope));
  }

  /** Does the same on an existing connection. */
  public static List<CaseView> all(Handle h, List<UUID> ids, Scope scope) {
    return scope
        .bind(
            h.createQuery(
                    CASES
                        + """
                        where rc.case_id = any(:ids) and <in_scope>
                        order by array_position(:ids, rc.case_id)
                        """)
                .bindArray("ids", UUID.class, ids))
        .map(rows(CaseView.class))
        .list();
  }

  /**
   * Returns the first of the similar open cases.
   *
   * @param fold absent gives none
   */
  Optional<CaseView> firstOf(@Nullable UUID fold, Scope scope) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select case_id from review_case where fold = cast(:fold as uuid)
                    order by place, opened_at, case_id limit 1
                    """)
                .bind("fold", fold)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(first -> all(h, List.of(first), scope).stream().findFirst()));
  }

  /** Returns the next open case in queue order. */
  Optional<UUID> nextOpen(CaseView view, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.case_id from review_case rc
                        where rc.state = 'open' and <in_scope>
                          and (rc.place, rc.opened_at, rc.case_id) >
                            (select place, opened_at, case_id from review_case where case_id = :id)
                        order by rc.place, rc.opened_at, rc.case_id limit 1
                        """))
                .bind("id", view.caseId())
                .mapTo(UUID.class)
                .findOne());
  }

  /**
   * Returns the parent, the replies, the comments seen shortly before and after it under the same
   * post, and what its author wrote there just before, which may be read together with it.
   */
  public List<Neighbor> thread(CommentKey comment, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        with self as (select * from comment where account = :account and comment_id = :comment),
                        near as (
                          (select 'parent' as place, c.* from comment c, self s
                           where c.account = s.account and c.comment_id = s.parent_id)
                          union all
                          (select 'reply', c.* from comment c, self s
                           where c.account = s.account and c.post_id = s.post_id and c.parent_id = s.comment_id
                             and c.first_seen_at >= s.first_seen_at
                           order by c.first_seen_at limit 5)
                          union all
                          (select 'before', c.* from comment c, self s
                           where c.account = s.account and c.post_id = s.post_id and c.first_seen_at <= s.first_seen_at
                             and c.comment_id <> s.comment_id and c.comment_id is distinct from s.parent_id
                           order by c.first_seen_at desc limit :around)
                          union
                          (select 'before', c.* from comment c, self s
                           where c.account = s.account and c.author_key = s.author_key and c.post_id = s.post_id
                             and c.first_seen_at between s.first_seen_at - interval '15 minutes' and s.first_seen_at
                             and c.comment_id <> s.comment_id and c.comment_id is distinct from s.parent_id
                           order by c.first_seen_at desc limit 12)
                          union all
                          (select 'after', c.* from comment c, self s
                           where c.account = s.account and c.post_id = s.post_id and c.first_seen_at > s.first_seen_at
                             and c.parent_id is distinct from s.comment_id and c.comment_id is distinct from s.parent_id
                           order by c.first_seen_at limit :around))
                        select n.place, n.account, n.comment_id, n.author_name, n.latest_text, n.visibility, n.first_seen_at,
                               n.disposal_id is not null as disposed, rc.case_id, %s
                        from near n
                        left join revision r on r.account = n.account and r.comment_id = n.comment_id
                          and r.revision = n.latest_revision
                        left join review_case rc on rc.account = n.account and rc.comment_id = n.comment_id
                          and <in_scope>
                        order by n.first_seen_at, n.comment_id
                        """
                            .formatted(PictureMark.column("r.attachments", "r"))))
                .bind("account", comment.account())
                .bind("comment", comment.id())
                .bind("around", AROUND)
                .map(rows(Neighbor.class))
                .list());
  }

  /**
   * Returns the post as it was when the comment was read; empty if nothing of it is kept. The first
   * whole version after what a comment said of it is no change.
   */
  Optional<PostVersion> post(CaseView view) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select v.title, v.body, v.pictures, v.permalink, v.observed_at,
                      (select count(*) - (not v.listed and coalesce(bool_or(later.listed), false))::int from post_version later
                       where later.account = v.account and later.post_id = v.post_id
                         and later.observed_at > v.observed_at) as changes
                    from post_version_at(:account, :post, :at) v
                    """)
                .bind("account", view.account())
                .bind("post", view.postId())
                .bind("at", view.seenAt().atOffset(ZoneOffset.UTC))
                .map(rows(PostVersion.class))
                .findOne());
  }

  public List<Revision> revisions(CommentKey comment) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select revision, kind, body, observed_at, outcome, policy_version, model_version,
                      disposal_id is not null as disposed
                    from revision where account = ? and comment_id = ? order by observed_at desc, revision limit 50
                    """)
                .bind(0, comment.account())
                .bind(1, comment.id())
                .map(rows(Revision.class))
                .list());
  }

  EventPosition knownNews() {
    return database.read(EventPosition::now);
  }

  public List<Event> timeline(UUID caseId) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select at, actor, kind, detail from case_event
                    where case_id = ? order by id desc limit 200
                    """)
                .bind(0, caseId)
                .map(rows(Event.class))
                .list());
  }

  /** Returns the author's strikes from cases in scope, without voided ones. */
  public int strikes(CaseView view, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select count(*) from strike s join review_case rc using (case_id)
                        where s.account = :account and s.author_key = :author and s.voided_at is null
                          and <in_scope>
                        """))
                .bind("account", view.account())
                .bind("author", view.authorKey())
                .mapTo(int.class)
                .one());
  }

  /** Returns the author's other cases on this account that are in scope. */
  public List<Earlier> earlierCases(CaseView view, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select rc.case_id, rc.category, rc.clause, rc.state, rc.opened_at
                        from comment c join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
                        where c.account = :account and c.author_key = :author and rc.case_id <> :case and <in_scope>
                        order by rc.opened_at desc limit 20
                        """))
                .bind("account", view.account())
                .bind("author", view.authorKey())
                .bind("case", view.caseId())
                .map(rows(Earlier.class))
                .list());
  }
}

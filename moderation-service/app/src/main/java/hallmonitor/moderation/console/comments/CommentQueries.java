package hallmonitor.moderation.console.comments;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.pictures.PictureMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/** Reads archived comments, with or without a case. */
@ApplicationScoped
public class CommentQueries {
  static final int PAGE = 50;

  /** Later than all comments. */
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** A comment without a case is seen by those of its account's building. */
  private static final String SEEN = Scope.ofComments("c.account");

  private static final String PICTURED = PictureMark.column("r.attachments", "r");

  private static final String LISTED =
      """
      select c.account, c.comment_id, c.author_name, c.latest_text, nullif(p.title, '') as post_title,
        c.visibility, r.outcome, r.first_outcome is not null and r.first_judged_at is null as waiting, c.first_seen_at, c.disposal_id is not null as disposed, rc.case_id,
        %s
      from comment c
      left join revision r
        on r.account = c.account and r.comment_id = c.comment_id and r.revision = c.latest_revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
      where (%s) and %s
      order by %s
      limit :most
      """;

  private static final String NEWEST_FIRST = "c.first_seen_at desc, c.account, c.comment_id";

  private final ConsoleDatabase database;

  CommentQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Returns the newest comments, and one more if there are more.
   *
   * @param account empty for all
   * @param after the last one of the page before
   */
  List<ListedComment> newest(String account, Optional<PlaceInList> after, Sight sight) {
    return list(
        """
        (:account = '' or c.account = :account)
        and c.first_seen_at <= :at
        and (c.first_seen_at < :at or (c.account, c.comment_id) > (:last_account, :last_id))
        """,
        query ->
            query
                .bind("account", account)
                .bind("at", after.map(PlaceInList::at).orElse(LATEST).atOffset(ZoneOffset.UTC))
                .bind("last_account", after.map(a -> a.comment().account()).orElse(""))
                .bind("last_id", after.map(a -> a.comment().id()).orElse("")),
        sight);
  }

  /** Returns the comments of an account after a place, the oldest first. */
  List<ListedComment> since(String account, PlaceInList after, Sight sight) {
    return list(
        """
        c.account = :account and not c.from_history and c.visibility <> 'deleted'
        and (c.first_seen_at, c.comment_id) > (:at, :last_id)
        """,
        "c.first_seen_at, c.comment_id",
        query ->
            query
                .bind("account", account)
                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                .bind("last_id", after.comment().id()),
        sight);
  }

  /** Returns the comments that a link leads to, the newest first. */
  List<ListedComment> at(Collection<String> links, Sight sight) {
    return list(
        "c.permalink = any(:links)",
        query -> query.bindArray("links", String.class, links.toArray()),
        sight);
  }

  /** Returns the comments of these accounts that the platform calls so, the newest first. */
  List<ListedComment> named(Collection<String> ids, Collection<String> among, Sight sight) {
    return list(
        "c.account = any(:among) and c.comment_id = any(:ids)",
        query ->
            query
                .bindArray("among", String.class, among.toArray())
                .bindArray("ids", String.class, ids.toArray()),
        sight);
  }

  /** Returns the newest comments under the post that a link leads to. */
  List<ListedComment> under(Collection<String> links, Sight sight) {
    return list(
        """
        (c.account, c.post_id) in (
          select account, post_id from post where permalink = any(:links))
        """,
        query -> query.bindArray("links", String.class, links.toArray()),
        sight);
  }

  private List<ListedComment> list(String where, UnaryOperator<Query> values, Sight sight) {
    return list(where, NEWEST_FIRST, values, sight);
  }

  private List<ListedComment> list(
      String where, String order, UnaryOperator<Query> values, Sight sight) {
    return database.read(
        h ->
            values
                .apply(sight.bind(h.createQuery(LISTED.formatted(PICTURED, where, SEEN, order))))
                .bind("most", PAGE + 1)
                .map(rows(ListedComment.class))
                .list());
  }

  /** Finds one comment; also empty if it is out of scope. */
  Optional<CommentView> find(CommentKey comment, Sight sight) {
    return database.read(
        h ->
            sight
                .bind(
                    h.createQuery(
                        """
                        select c.account, c.comment_id, c.platform, c.post_id, nullif(p.title, '') as post_title, c.author_name,
                          c.permalink, c.visibility, c.first_seen_at, r.body, r.attachments, r.language, r.findings::text as findings_json,
                          r.policy_version, r.judged_at, r.first_outcome is not null and r.first_judged_at is null as waiting,
                          c.from_history, r.disposal_id is not null as disposed, rc.case_id
                        from comment c
                        cross join lateral (
                          select * from revision
                          where account = c.account and comment_id = c.comment_id and kind <> 'deleted'
                          order by observed_at desc, revision desc limit 1) r
                        left join post p on p.account = c.account and p.post_id = c.post_id
                        left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
                        where c.account = :account and c.comment_id = :id and %s
                        """
                            .formatted(SEEN)))
                .bind("account", comment.account())
                .bind("id", comment.id())
                .map(rows(CommentView.class))
                .findOne());
  }
}

package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.author.AuthorFigures;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import hallmonitor.moderation.casework.author.WrittenGroup;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.pictures.PictureMark;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what authors wrote, within the viewer's sight. */
final class AuthorQueries {
  /** Among so many comments a name is looked for. */
  private static final int LATEST = 200;

  /** A comment without a case is seen by those of its account's building. */
  private static final String SEEN = Scope.ofComments("c.account");

  private static final String WITH_CASES =
      """
      from walked c
      left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
      where %s
      """
          .formatted(SEEN);

  private static final String AUTHOR_OF =
      """
      select c.platform, c.account, c.author_key as key
      from comment c
      left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
      where %s and c.disposal_id is null and c.visibility <> 'elsewhere'
      """
          .formatted(SEEN);

  private static final String GROUPS =
      AuthorStretch.WALKED
          + """
      select c.author_name as name, c.visibility, c.reply, rc.state as case_state, count(*) as number,
        min(c.first_seen_at) as first, max(c.first_seen_at) as last,
        coalesce(array_agg(rc.case_id) filter (where rc.case_id is not null), '{}') as cases
      """
          + WITH_CASES
          + " group by c.author_name, c.visibility, c.reply, rc.state";

  private static final String LINES =
      AuthorStretch.WALKED
          + """
      , shown as (
        select c.account, c.comment_id, c.first_seen_at, c.reply, rc.case_id, rc.state, rc.clause
      """
          + WITH_CASES
          + """
          and (:show = '' or :show in (c.visibility, case when c.reply then 'reply' else 'comment' end,
            coalesce('case-' || rc.state, 'no-case')))
        order by c.first_seen_at desc, c.account, c.comment_id
        limit :most)
      select s.account, s.comment_id, c.platform, c.post_id, c.author_name, c.latest_text,
        nullif(p.title, '') as post_title, c.permalink, c.visibility, s.reply, r.outcome,
        r.first_outcome is not null and r.first_judged_at is null as waiting, s.first_seen_at, s.case_id, s.state,
        nullif(s.clause, '') as clause, (select count(*) from tip t where t.case_id = s.case_id) as tips,
        %s
      from shown s
      join comment c on c.account = s.account and c.comment_id = s.comment_id
      left join revision r on r.account = c.account and r.comment_id = c.comment_id and r.revision = c.latest_revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      order by s.first_seen_at desc, s.account, s.comment_id
      """
              .formatted(PictureMark.column("r.attachments", "r"));

  private static final String NAME =
      AuthorStretch.WALKED
          + """
      select c.author_name
      %s
      order by c.first_seen_at desc, c.account, c.comment_id limit 1
      """
              .formatted(WITH_CASES);

  private static final String SEEN_KEYS =
      """
      select k.account, k.author_key as key
      from unnest(:key_accounts, :keys) as k(account, author_key)
      where exists (
        select from comment c
        left join review_case rc on rc.account = c.account and rc.comment_id = c.comment_id
        where c.account = k.account and c.author_key = k.author_key and c.disposal_id is null
          and c.visibility <> 'elsewhere' and %s)
      order by k.account
      """
          .formatted(SEEN);

  private AuthorQueries() {}

  /** Returns the author of a comment; empty if it is out of sight, or nobody known wrote it. */
  static Optional<PlatformAuthor> ofComment(Handle h, String account, String comment, Sight sight) {
    return sight
        .bind(h.createQuery(AUTHOR_OF + " and c.account = :account and c.comment_id = :comment"))
        .bind("account", account)
        .bind("comment", comment)
        .map(rows(PlatformAuthor.class))
        .findOne()
        .flatMap(AuthorQueries::known);
  }

  /** Returns the author of a case's comment; empty as for a comment. */
  static Optional<PlatformAuthor> ofCase(Handle h, UUID caseId, Sight sight) {
    return sight
        .bind(h.createQuery(AUTHOR_OF + " and rc.case_id = :case"))
        .bind("case", caseId)
        .map(rows(PlatformAuthor.class))
        .findOne()
        .flatMap(AuthorQueries::known);
  }

  private static Optional<PlatformAuthor> known(PlatformAuthor row) {
    return PlatformAuthor.of(row.platform(), new AuthorKey(row.account(), row.key()));
  }

  /** Returns the author on those accounts where the viewer sees anything that they wrote. */
  static List<AuthorKey> seen(Handle h, List<AuthorKey> keys, Sight sight) {
    return sight
        .bind(AuthorStretch.bindKeys(h.createQuery(SEEN_KEYS), keys))
        .map(rows(AuthorKey.class))
        .list();
  }

  /** Returns the name of one of the newest comments that the viewer sees; empty if it has none. */
  static String name(Handle h, List<AuthorKey> keys, Sight sight) {
    return AuthorStretch.of(h, keys, Optional.empty(), LATEST)
        .query(h, NAME, sight)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  /** Counts a stretch. */
  static AuthorFigures figures(Handle h, AuthorStretch stretch, Sight sight) {
    return new AuthorFigures(stretch.query(h, GROUPS, sight).map(rows(WrittenGroup.class)).list());
  }

  /**
   * Returns the newest comments of a stretch.
   *
   * @param show code of a kind, a visibility or a state of cases; empty for all
   */
  static List<AuthorLine> lines(
      Handle h, AuthorStretch stretch, String show, int most, Sight sight) {
    return stretch
        .query(h, LINES, sight)
        .bind("show", show)
        .bind("most", most)
        .map(rows(AuthorLine.class))
        .list();
  }
}

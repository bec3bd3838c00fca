package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.AuthorAndTargetHistory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the archive a page at a time, in the order of judging. */
final class ArchiveReader {
  static final int PAGE = 500;

  private static final String SELECT =
      """
      select r.account, r.comment_id, r.revision, r.judged_at, r.findings::text as findings,
             r.policy_version, r.body, c.author_key, c.author_name, c.platform, r.names,
             coalesce(trim(p.title || e'\\n' || p.body), '') as post, parent.latest_text as parent
      from (select * from revision r where r.kind <> 'deleted' and r.disposal_id is null
              and r.account not like 'tips/%%' and JUDGED and %s
            order by r.judged_at, r.account, r.comment_id, r.revision limit %d) r
      join comment c on (c.account, c.comment_id) = (r.account, r.comment_id)
      left join post p on (p.account, p.post_id) = (c.account, c.post_id)
      left join comment parent on (parent.account, parent.comment_id) = (c.account, c.parent_id)
      order by r.judged_at, r.account, r.comment_id, r.revision
      """
          .replace("JUDGED", Archive.JUDGED);

  private static final String AFTER =
      SELECT.formatted(
          "r.judged_at <= :until and (r.judged_at, r.account, r.comment_id, r.revision)"
              + " > (:at, :account, :comment, :revision)",
          PAGE);

  private static final String NOT_IN_SHADOW =
      SELECT.formatted(
          """
          r.judged_at > :after and r.judged_at <= :until
            and (hashtext(r.account || '/' || r.comment_id) & 2147483647) % 100 < :percent
            and not exists (select from shadow_answer s where s.shadow_id = :shadow
              and s.account = r.account and s.comment_id = r.comment_id
              and s.revision = r.revision)
          """,
          PAGE);

  private ArchiveReader() {}

  /** Returns the next page after a position. */
  static List<PastRevision> after(Handle h, Place place, Instant until) {
    return h.createQuery(AFTER)
        .bind("until", until)
        .bind("at", place.at())
        .bind("account", place.account())
        .bind("comment", place.comment())
        .bind("revision", place.revision())
        .map(ConstructorMapper.of(PastRevision.class))
        .list();
  }

  /** A position in the order; only {@code at} before anything was read. */
  record Place(Instant at, String account, String comment, String revision) {
    static Place before(Instant at) {
      return new Place(at, "", "", "");
    }

    static Place of(PastRevision last) {
      return new Place(last.judgedAt(), last.account(), last.commentId(), last.revision());
    }
  }

  /** Returns the revisions of a period that a shadow run has not answered yet. */
  static List<PastRevision> notInShadow(
      Handle h, long shadow, int percent, Instant after, Instant until) {
    return h.createQuery(NOT_IN_SHADOW)
        .bind("shadow", shadow)
        .bind("percent", percent)
        .bind("after", after)
        .bind("until", until)
        .map(ConstructorMapper.of(PastRevision.class))
        .list();
  }

  static Map<AuthorKey, Integer> strikes(Handle h, List<PastRevision> page) throws SQLException {
    return new AuthorAndTargetHistory(h.getConnection())
        .confirmedStrikes(page.stream().map(PastRevision::author).collect(Collectors.toSet()));
  }
}

package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.wording.Sentence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The newest text of a case's comment, rebuilt from the archive as its connector published it, with
 * its post as it was then.
 *
 * @param seen with the currently known visibility
 */
public record ArchivedComment(CommentSeen seen, String policyVersion, String modelVersion) {
  private static final String OF_CASE =
      """
      select c.platform, c.account, c.comment_id, r.revision, r.kind, c.post_id,
             coalesce(v.title, p.title, '') as post_title, coalesce(v.body, p.body, '') as post_body,
             coalesce(v.permalink, p.permalink) as post_permalink, c.parent_id, c.author_key, c.author_name, r.body,
             c.visibility, r.attachments, c.permalink, r.claimed_at, r.observed_at, c.from_history,
             r.raw, r.names, r.policy_version, r.model_version
      from review_case rc
      join comment c using (account, comment_id)
      join revision r on r.account = c.account and r.comment_id = c.comment_id
        and r.revision = c.latest_revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join lateral post_version_at(c.account, c.post_id, r.observed_at) v on true
      where rc.case_id = ? and c.disposal_id is null
      """;

  private static final String BY_ID = "id:";

  static Optional<ArchivedComment> of(Connection connection, UUID caseId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_CASE)) {
      statement.setObject(1, caseId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ArchivedComment(
                    seen(row), row.getString("policy_version"), row.getString("model_version")))
            : Optional.empty();
      }
    }
  }

  /**
   * Loads it.
   *
   * @throws NotLegal if it was disposed of, so that nothing is left to show or preserve
   */
  public static ArchivedComment present(Connection connection, UUID caseId) throws SQLException {
    return of(connection, caseId)
        .orElseThrow(
            () ->
                new NotLegal(
                    Sentence.of("This comment was disposed of. Its text is no longer kept.")));
  }

  /** What people told of was visible to them. */
  private static Visibility visibility(String code) {
    return code.equals("elsewhere")
        ? Visibility.VISIBLE
        : Visibility.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static CommentSeen seen(ResultSet row) throws SQLException {
    String author = row.getString("author_key");
    return new CommentSeen(
        new CommentRef(
            row.getString("platform"), row.getString("account"), row.getString("comment_id")),
        row.getString("revision"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        new Post(
            row.getString("post_id"),
            row.getString("post_title"),
            row.getString("post_body"),
            Optional.ofNullable(row.getString("post_permalink"))),
        Optional.ofNullable(row.getString("parent_id")),
        new Author(
            author.startsWith(BY_ID)
                ? Optional.of(author.substring(BY_ID.length()))
                : Optional.empty(),
            row.getString("author_name")),
        row.getString("body"),
        visibility(row.getString("visibility")),
        List.of((String[]) row.getArray("attachments").getArray()),
        Optional.ofNullable(row.getString("permalink")),
        Optional.ofNullable(row.getTimestamp("claimed_at")).map(Timestamp::toInstant),
        row.getTimestamp("observed_at").toInstant(),
        row.getBoolean("from_history") ? Lane.BACKFILL : Lane.LIVE,
        row.getString("raw"),
        Optional.ofNullable(row.getString("names")).map(n -> EnumCodes.read(Names.class, n)));
  }
}

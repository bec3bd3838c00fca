package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.moderation.casework.Decisions.NotLegal;
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
 * The newest text of a case's comment, unless it was disposed of, put together from the archive as
 * its connector published it.
 *
 * @param seen with the visibility as it is known now
 */
public record ArchivedComment(CommentSeen seen, String policyVersion, String modelVersion) {
  private static final String OF_CASE =
      """
      select c.platform, c.account, c.comment_id, r.revision, r.kind, c.post_id, coalesce(p.title, ''),
             coalesce(p.body, ''), p.permalink, c.parent_id, c.author_key, c.author_name, r.body,
             c.visibility, r.attachments, c.permalink, r.claimed_at, r.observed_at, c.from_history,
             r.raw, r.policy_version, r.model_version
      from review_case v
      join comment c using (account, comment_id)
      join revision r on r.account = c.account and r.comment_id = c.comment_id
        and r.revision = c.latest_revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      where v.case_id = ? and c.disposal_id is null
      """;

  private static final String BY_ID = "id:";

  static Optional<ArchivedComment> of(Connection connection, UUID caseId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_CASE)) {
      statement.setObject(1, caseId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new ArchivedComment(seen(row), row.getString(21), row.getString(22)))
            : Optional.empty();
      }
    }
  }

  /**
   * @throws NotLegal when it was disposed of, and nothing is left that could be shown or kept
   */
  public static ArchivedComment present(Connection connection, UUID caseId) throws SQLException {
    return of(connection, caseId)
        .orElseThrow(
            () ->
                new NotLegal(
                    Sentence.of("The comment was disposed of; its text is not kept here.")));
  }

  private static CommentSeen seen(ResultSet row) throws SQLException {
    String author = row.getString(11);
    return new CommentSeen(
        new CommentRef(row.getString(1), row.getString(2), row.getString(3)),
        row.getString(4),
        Kind.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        new Post(
            row.getString(6),
            row.getString(7),
            row.getString(8),
            Optional.ofNullable(row.getString(9))),
        Optional.ofNullable(row.getString(10)),
        new Author(
            author.startsWith(BY_ID)
                ? Optional.of(author.substring(BY_ID.length()))
                : Optional.empty(),
            row.getString(12)),
        row.getString(13),
        Visibility.valueOf(row.getString(14).toUpperCase(Locale.ROOT)),
        List.of((String[]) row.getArray(15).getArray()),
        Optional.ofNullable(row.getString(16)),
        Optional.ofNullable(row.getTimestamp(17)).map(Timestamp::toInstant),
        row.getTimestamp(18).toInstant(),
        row.getBoolean(19) ? Lane.BACKFILL : Lane.LIVE,
        row.getString(20));
  }
}

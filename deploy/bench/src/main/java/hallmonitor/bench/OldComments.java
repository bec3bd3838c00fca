package hallmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Inserts very many archived comments where the pipeline would: of the last three years, on 300
 * accounts with 2,000 posts each, by half a million authors.
 */
public final class OldComments {
  private static final int AT_ONCE = 100_000;

  private static final String COMMENTS =
      """
      insert into comment (account, comment_id, platform, post_id, author_key, author_name, permalink, visibility,
        visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
      select 'old-' || i % 300, 'c' || i, 'wordpress', 'p' || (hashint8(i) & 2047), 'author-' || (hashint8(i + 1) & 524287),
        'Author ' || i % 9000, 'http://127.0.0.1/#' || i, 'visible', at, 'r' || i, text, at, at
      from (
        select i, now() - interval '3 years' * (1 - i::float8 / ?) as at, repeat(md5(i::text) || ' ', 1 + (i % 5)::int) as text
        from generate_series(?::bigint, ?::bigint) i) old
      """;

  private static final String REVISIONS =
      """
      insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome, clauses,
        findings, policy_version, model_version, language)
      select 'old-' || i % 300, 'c' || i, 'r' || i, 'created', text,
        '{"id":' || i || ',"content":"' || text || '","meta":"' || repeat('x', 300) || '"}', at, at, 'allow', '{}', '[]',
        'a1b2c3d4e5f6', '9f8e7d6c5b4a', 'en'
      from (
        select i, now() - interval '3 years' * (1 - i::float8 / ?) as at, repeat(md5(i::text) || ' ', 1 + (i % 5)::int) as text
        from generate_series(?::bigint, ?::bigint) i) old
      """;

  private OldComments() {}

  /**
   * Inserts them.
   *
   * @param comments how many, at least 0
   */
  public static void put(DataSource database, int comments) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (int from = 1; from <= comments; from += AT_ONCE) {
        int to = Math.min(comments, from + AT_ONCE - 1);
        insert(connection, COMMENTS, comments, from, to);
        insert(connection, REVISIONS, comments, from, to);
        if (to % (AT_ONCE * 10) == 0) {
          System.out.println("  archived before: " + to);
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("analyze comment, revision");
      }
    }
  }

  /** Returns the size of the database in bytes, indexes included. */
  public static long bytes(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
      size.next();
      return size.getLong(1);
    }
  }

  private static void insert(Connection connection, String sql, int all, int from, int to)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, all);
      statement.setInt(2, from);
      statement.setInt(3, to);
      statement.execute();
    }
  }
}

package hallmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Inserts very many archived comments where the pipeline would: of the last three years, on 300
 * accounts with 2,000 posts each, by half a million authors. One in 128 is hidden and one held for
 * review, one in eight is Spanish, one in four a reply, and one in 32 has a picture.
 */
public final class OldComments {
  /** How many different words they have. */
  public static final int DIFFERENT_WORDS = 20_000;

  /** From the first to the last one. */
  public static final long SPAN_MICROS = 1_095L * 86_400 * 1_000_000;

  private static final String LETTERS = "aeioubcdlmnprsth";
  private static final int AT_ONCE = 50_000;

  /** The rank of word {@code w} of comment {@code i}. */
  public static final String RANK =
      "ceil(exp(ln(%d) * (hashint8extended(i, w) & 1048575) / 1048576.0))::int"
          .formatted(DIFFERENT_WORDS);

  /** Numbers {@code w} of the words of comment {@code i}. */
  public static final String PLACES = "generate_series(1, 5 + (i % 5)::int * 6) w";

  /** What there is to say of each comment, by its number, without its words. Not for formatting. */
  public static final String NUMBERED =
      """
      select i, 'old-' || i % 300 as account, h,
        cast(? as timestamptz) - (? - i) * ? * interval '1 microsecond' as at,
        case when (h >> 15) & 3 = 0 then 'reply' else 'comment' end as kind,
        case when h & 127 = 0 then 'hidden' else 'visible' end as visibility,
        case h & 127 when 0 then 'hide' when 1 then 'review' else 'allow' end as outcome,
        h & 127 < 2 as harmful, case when (h >> 7) & 7 = 0 then 'es' else 'en' end as language,
        (h >> 10) & 31 = 0 as picture
      from (select i, hashint8(i) as h from generate_series(?::bigint, ?::bigint) i) numbers
      """;

  /**
   * 5 to 29 words, and few of them often, as in what people write (Zipf's law): the word with rank
   * r is as frequent as 1 / r.
   */
  private static final String WORDS =
      "(select string_agg(%s, ' ') from %s)".formatted(word(RANK), PLACES);

  private static final String COMMENTS =
      """
      with old as materialized (select numbered.*, WORDS as text from (NUMBERED) numbered),
      comments as (
        insert into comment (account, comment_id, platform, post_id, parent_id, author_key, author_name, permalink,
          visibility, visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
        select account, 'c' || i, 'wordpress', 'p' || (h & 2047), case kind when 'reply' then 'c' || i - 300 end,
          'author-' || (hashint8(i + 1) & 524287), 'Author ' || i % 9000, 'http://127.0.0.1/#' || i,
          visibility, at, 'r' || i, text, at, at
        from old)
      insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome, clauses,
        findings, policy_version, model_version, language, attachments)
      select account, 'c' || i, 'r' || i, 'created', text,
        '{"id":' || i || ',"content":"' || text || '","meta":"' || repeat('x', 300) || '"}', at, at, outcome,
        case when harmful then array['3.1'] else '{}' end,
        cast(case when harmful then '[{"category":"INSULT"}]' else '[]' end as jsonb),
        'a1b2c3d4e5f6', '9f8e7d6c5b4a', language,
        case when picture then array['http://127.0.0.1/' || i || '.png'] else '{}' end
      from old
      """
          .replace("WORDS", WORDS)
          .replace("NUMBERED", NUMBERED);

  private OldComments() {}

  /**
   * Returns a word of the comments.
   *
   * @param rank from 2, the most frequent, to {@link #DIFFERENT_WORDS}
   */
  public static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (char digit : Integer.toHexString(7919 * rank).toCharArray()) {
      word.append(LETTERS.charAt(Character.digit(digit, 16)));
    }
    return word.toString();
  }

  /** Returns the same in SQL, by an expression for the rank. */
  public static String word(String rank) {
    return "translate(to_hex(7919 * %s), '0123456789abcdef', '%s')".formatted(rank, LETTERS);
  }

  /**
   * Inserts them, without telling the search of them: it would add them while something else is
   * measured. Indexes are made afterward.
   *
   * @param comments how many, at least 0
   * @return when the last one was written
   */
  public static Instant put(DataSource database, int comments) throws SQLException {
    Instant last = Instant.now();
    if (comments == 0) {
      return last;
    }
    try (Connection connection = database.getConnection()) {
      execute(connection, "set synchronous_commit = off");
      execute(connection, "set maintenance_work_mem = '512MB'");
      execute(connection, "alter table revision disable trigger revision_is_searched");
      List<String> indexes = withoutIndexes(connection);
      for (int from = 1; from <= comments; from += AT_ONCE) {
        int to = Math.min(comments, from + AT_ONCE - 1);
        try (PreparedStatement statement = connection.prepareStatement(COMMENTS)) {
          bind(statement, last, comments, from, to);
          statement.execute();
        }
        if (to % (AT_ONCE * 20) == 0) {
          System.out.println("  archived before: " + to);
        }
      }
      for (String index : indexes) {
        execute(connection, index);
      }
      execute(connection, "alter table revision enable trigger revision_is_searched");
      execute(connection, "analyze comment, revision");
    }
    return last;
  }

  /**
   * Binds {@link #NUMBERED}.
   *
   * @param last when the last of all was written
   */
  public static void bind(PreparedStatement statement, Instant last, int all, long from, long to)
      throws SQLException {
    statement.setString(1, last.toString());
    statement.setLong(2, all);
    statement.setLong(3, SPAN_MICROS / all);
    statement.setLong(4, from);
    statement.setLong(5, to);
  }

  /** Drops what costs most of the time, and returns how to make it again. */
  private static List<String> withoutIndexes(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select indexname, indexdef from pg_indexes
                where schemaname = current_schema() and tablename in ('comment', 'revision')
                  and indexname not like '%\\_pkey'
                """)) {
      while (rows.next()) {
        names.add(rows.getString("indexname"));
        definitions.add(rows.getString("indexdef"));
      }
    }
    for (String name : names) {
      execute(connection, "drop index " + name);
    }
    return definitions;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
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
}

package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.YamlMapping;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads every revision of every comment in the archive, in the context that the service judged it
 * in. Reads through a cursor, so memory use does not depend on the archive's size and no one is
 * blocked.
 */
final class ArchivedComments implements History {
  private static final int AT_ONCE = 1_000;
  private static final String JUDGED =
      " from revision r where r.kind <> 'deleted' and r.disposal_id is null and r.observed_at >= coalesce(?::date, '-infinity'::date)";

  private final Connection connection;
  private final String name;
  private final District district;
  private final Optional<LocalDate> since;

  /**
   * Opens the history.
   *
   * @param connection is closed with this object
   * @param district for the kinds of accounts; an account no longer in the file counts as a
   *     school's
   * @param since first day, by the time when the connector read the comments; empty for all
   */
  ArchivedComments(Connection connection, String name, District district, Optional<LocalDate> since)
      throws SQLException {
    this.connection = connection;
    this.name = name;
    this.district = district;
    this.since = since;
    connection.setReadOnly(true);
    connection.setAutoCommit(false); // required for a cursor
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() throws SQLException {
    try (PreparedStatement count = statement("select count(*) as comments" + JUDGED);
        ResultSet rows = count.executeQuery()) {
      rows.next();
      return rows.getLong("comments");
    }
  }

  @Override
  public void read(Consumer<PastComment> each) throws SQLException {
    try (PreparedStatement all =
        statement(
            """
            select r.account, r.comment_id, r.revision, r.body, c.author_name,
                   coalesce(p.title, '') as title, coalesce(p.body, '') as post, parent.latest_text as parent,
                   c.platform, r.names,
                   c.author_key
            from (select *%s) r
            join comment c on (c.account, c.comment_id) = (r.account, r.comment_id)
            left join post p on (p.account, p.post_id) = (c.account, c.post_id)
            left join comment parent
              on (parent.account, parent.comment_id) = (c.account, c.parent_id)
            """
                .formatted(JUDGED))) {
      all.setFetchSize(AT_ONCE);
      try (ResultSet rows = all.executeQuery()) {
        while (rows.next()) {
          each.accept(comment(rows));
        }
      }
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setDate(1, since.map(Date::valueOf).orElse(null));
    return statement;
  }

  private PastComment comment(ResultSet row) throws SQLException {
    String account = row.getString("account");
    return new PastComment(
        account + "/" + row.getString("comment_id") + "@" + row.getString("revision"),
        Comment.of(
                row.getString("body"),
                row.getString("author_name"),
                (row.getString("title") + "\n" + row.getString("post")).strip(),
                Optional.ofNullable(row.getString("parent")),
                kind(account))
            .where(
                DistrictNames.shown(
                    Optional.ofNullable(row.getString("names")),
                    row.getString("platform"),
                    row.getString("author_key"))));
  }

  private String kind(String account) {
    return district.account(account).map(a -> YamlMapping.nameOf(a.kind())).orElse("school");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

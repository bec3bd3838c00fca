package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a recovered database for a broker that has nothing: what was published in its last day
 * is published again, and every account is read again. The readers of both know what they have.
 * Everyone signs in again, because a session that ended after the backup would be back.
 */
public final class RestoredDatabase {
  private static final int DAYS_READ_AGAIN = 60;

  /**
   * What the database holds.
   *
   * @param lastChange the newest change that was replayed; empty if none was
   * @param lastComment when the newest archived comment was first read
   * @param openEscalations conversations of escalations that are not closed
   * @param sealed records of the evidence
   * @param publishedAgain events that the next start publishes again
   * @param accounts accounts that the next start reads again
   * @param readFrom first day of what it reads again at least, in UTC
   */
  public record Found(
      Optional<Instant> lastChange,
      long comments,
      Optional<Instant> lastComment,
      long openEscalations,
      long sealed,
      long publishedAgain,
      long accounts,
      LocalDate readFrom) {}

  private RestoredDatabase() {}

  /** Returns the statements, for the administrator of another database. */
  public static String statements() {
    try (InputStream in =
        Objects.requireNonNull(
            RestoredDatabase.class.getResourceAsStream("restored.sql"),
            "the statements are packed with this class")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prepares it in one transaction and says what it holds.
   *
   * @param owner connects as the database's owner
   */
  public static Found prepare(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      Optional<Instant> lastChange =
          time(connection, "select pg_last_xact_replay_timestamp() as at");
      Found found =
          new Found(
              lastChange,
              count(connection, "moderation.comment", ""),
              exists(connection, "moderation.comment")
                  ? time(connection, "select max(first_seen_at) as at from moderation.comment")
                  : Optional.empty(),
              count(connection, "notifier.conversation", "where state <> 'closed'"),
              count(connection, "evidence.evidence_ledger", ""),
              count(connection, "moderation.outbox_published", "")
                  + count(connection, "notifier.outbox_published", ""),
              count(connection, "moderation.account_status", ""),
              lastChange
                  .orElseGet(Instant::now)
                  .atZone(ZoneOffset.UTC)
                  .toLocalDate()
                  .minusDays(DAYS_READ_AGAIN));
      try (Statement statement = connection.createStatement()) {
        statement.execute(statements());
      }
      connection.commit();
      return found;
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    return time(
            connection, "select now() as at where to_regclass('%s') is not null".formatted(table))
        .isPresent();
  }

  private static long count(Connection connection, String table, String where) throws SQLException {
    if (!exists(connection, table)) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) as n from %s %s".formatted(table, where))) {
      row.next();
      return row.getLong("n");
    }
  }

  private static Optional<Instant> time(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      @Nullable Timestamp time = row.next() ? row.getTimestamp("at") : null;
      return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
  }
}

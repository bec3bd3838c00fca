package hallmonitor.local.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a recovered database for a broker that has nothing: what was published in its last day
 * is published again, and every account is read again. The readers of both know what they have.
 */
public final class RestoredDatabase {
  /** As long as a comment is read again to find edits. */
  private static final int DAYS_READ_AGAIN = 60;

  private static final String PUBLISH_AGAIN =
      """
      with again as (
        delete from %1$s.outbox_published returning id, topic, key, payload, traceparent)
      insert into %1$s.outbox (topic, key, payload, traceparent)
      select topic, key, payload, traceparent
      from (
        select * from again
        union all
        select id, topic, key, payload, traceparent from waiting_%1$s) both_kinds
      order by id
      """;

  private static final String ACCOUNTS =
      """
      create temporary table accounts_read_again on commit drop as
      select account,
        least(date '%s',
          case when (status->'backfill'->>'finished') = 'false'
            then (status->'backfill'->>'from')::date end) as from_day
      from moderation.account_status
      """;

  private static final String READ_AGAIN =
      """
      insert into ingest.account_command
        (command_id, account, act, backfill_from, asked_by, reason, asked_at, done_at, good, sentence)
      select gen_random_uuid(), account, 'START_BACKFILL', from_day, 'restore',
        'Restored from a backup', now(), now(), true, 'The history is read back to ' || from_day || '.'
      from accounts_read_again;
      insert into ingest.account_wish as old (account, backfill_from)
      select account, from_day from accounts_read_again
      on conflict (account) do update
      set backfill_from = excluded.backfill_from, backfill_stopped = false
      """;

  /**
   * What the database holds.
   *
   * @param lastChange the newest change that was recovered; empty if the log had none
   * @param lastComment when the newest archived comment was first read
   * @param openEscalations conversations of escalations that are not closed
   * @param sealed records of the evidence
   * @param publishedAgain events that the next start publishes again
   * @param accounts accounts that the next start reads again
   * @param readFrom first day of what it reads again, in UTC
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

  /**
   * Prepares it in one transaction and says what it holds.
   *
   * @param owner connects as the database's owner
   * @param restored the moment that it was restored to, if the log does not tell
   * @throws SQLException if it is not the database of a Hall Monitor
   */
  public static Found prepare(DataSource owner, Instant restored) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      Optional<Instant> lastChange = time(connection, "select pg_last_xact_replay_timestamp() as at");
      LocalDate from =
          lastChange
              .orElse(restored)
              .atZone(ZoneOffset.UTC)
              .toLocalDate()
              .minusDays(DAYS_READ_AGAIN);
      long published = 0;
      for (String schema : new String[] {"moderation", "notifier"}) {
        published += publishAgain(connection, schema);
      }
      long accounts = readAgain(connection, from);
      Found found =
          new Found(
              lastChange,
              count(connection, "moderation.comment", ""),
              exists(connection, "moderation.comment")
                  ? time(connection, "select max(first_seen_at) as at from moderation.comment")
                  : Optional.empty(),
              count(connection, "notifier.conversation", "where state <> 'closed'"),
              count(connection, "evidence.evidence_ledger", ""),
              published,
              accounts,
              from);
      connection.commit();
      return found;
    }
  }

  /** Events that wait come after those that were published, as they did. */
  private static long publishAgain(Connection connection, String schema) throws SQLException {
    if (!exists(connection, schema + ".outbox_published")) {
      return 0;
    }
    long again = count(connection, schema + ".outbox_published", "");
    execute(
        connection,
        "create temporary table waiting_%1$s on commit drop as select * from %1$s.outbox"
            .formatted(schema));
    execute(connection, "delete from %s.outbox".formatted(schema));
    execute(connection, PUBLISH_AGAIN.formatted(schema));
    return again;
  }

  private static long readAgain(Connection connection, LocalDate from) throws SQLException {
    if (!exists(connection, "moderation.account_status")
        || !exists(connection, "ingest.account_wish")) {
      return 0;
    }
    execute(connection, ACCOUNTS.formatted(from));
    execute(connection, READ_AGAIN);
    return count(connection, "accounts_read_again", "");
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    return time(connection, "select now() as at where to_regclass('%s') is not null".formatted(table))
        .isPresent();
  }

  private static long count(Connection connection, String table, String where)
      throws SQLException {
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

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

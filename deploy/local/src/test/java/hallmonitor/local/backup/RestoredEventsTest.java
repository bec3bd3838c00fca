package hallmonitor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.testparts.ScratchTempDirs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restored database has ready for its first start. */
class RestoredEventsTest {
  @TempDir(factory = ScratchTempDirs.class)
  static Path folder;

  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder, FreePorts.one(), DatabasePasswords.random());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void tables() throws SQLException {
    execute(
        """
        drop schema moderation, ingest cascade;
        create schema moderation;
        create schema ingest;
        create table moderation.outbox (
          id bigint generated always as identity primary key, topic text, key text, payload bytea,
          traceparent text, created_at timestamptz not null default now());
        create table moderation.outbox_published (
          id bigint primary key, topic text, key text, payload bytea, traceparent text,
          published_at timestamptz not null default now());
        create table moderation.account_status (account text primary key, status jsonb);
        create table ingest.account_command (
          command_id uuid, account text, act text, backfill_from date, asked_by text, reason text,
          asked_at timestamptz, done_at timestamptz, good boolean, sentence text);
        create table ingest.account_wish (
          account text primary key, paused_by text, backfill_from date,
          backfill_stopped boolean not null default false);
        """);
  }

  @Test
  void whatWasPublishedIsPublishedAgainInItsOrderBeforeWhatWaits() throws Exception {
    execute(
        """
        insert into moderation.outbox_published values (1, 't', 'first', ''), (2, 't', 'second', '');
        insert into moderation.outbox (id, topic, key, payload) overriding system value
        values (3, 't', 'waits', '');
        select setval('moderation.outbox_id_seq', 3)
        """);

    assertThat(RestoredDatabase.prepare(database.ownersDataSource()).publishedAgain()).isEqualTo(2);

    assertThat(texts("select key from moderation.outbox order by id"))
        .containsExactly("first", "second", "waits");
    assertThat(texts("select key from moderation.outbox_published")).isEmpty();
  }

  @Test
  void everyAccountIsReadAgainAsFarBackAsEditsAreLookedForAndStaysPaused() throws Exception {
    execute(
        """
        insert into moderation.account_status values ('blog', '{}'), ('paused', '{}');
        insert into ingest.account_wish values ('paused', 'novak', null, true)
        """);

    RestoredDatabase.prepare(database.ownersDataSource());

    assertThat(
            texts(
                """
                select account || ' ' || coalesce(paused_by, 'read')
                  || ' ' || ((now() at time zone 'UTC')::date - backfill_from)
                from ingest.account_wish where not backfill_stopped order by account
                """))
        .containsExactly("blog read 60", "paused novak 60");
    assertThat(texts("select account from ingest.account_command where good"))
        .containsExactlyInAnyOrder("blog", "paused");
  }

  @Test
  void aHistoryThatWasStillReadIsReadAgainToItsEnd() throws Exception {
    execute(
        """
        insert into moderation.account_status
        values ('old', '{"backfill": {"from": "2020-08-01", "finished": false}}'),
          ('done', '{"backfill": {"from": "2020-08-01", "finished": true}}')
        """);

    RestoredDatabase.prepare(database.ownersDataSource());

    assertThat(texts("select account from ingest.account_wish where backfill_from = '2020-08-01'"))
        .containsExactly("old");
  }

  @Test
  void aSessionThatEndedAfterTheBackupIsNotBack() throws Exception {
    execute(
        """
        create table moderation.console_session (id_hash text primary key);
        insert into moderation.console_session values ('ended since')
        """);

    RestoredDatabase.prepare(database.ownersDataSource());

    assertThat(texts("select id_hash from moderation.console_session")).isEmpty();
  }

  @Test
  void aDatabaseOfAnOlderVersionIsRestoredToo() throws Exception {
    execute("drop table moderation.outbox_published, ingest.account_wish");
    assertThat(RestoredDatabase.prepare(database.ownersDataSource()).publishedAgain()).isZero();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.ownersDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> texts(String query) throws SQLException {
    try (Connection connection = database.ownersDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}

package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.messaging.MigrationLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests migrations of tables that an older version of the service is at work on. */
class MigrationLocksTest {
  private static final Parts PARTS = Parts.shared();

  @TempDir Path migrations;
  private String url = "";

  @BeforeEach
  void twoTables() throws IOException, SQLException {
    String name = "migrations_" + System.nanoTime();
    try (Connection connection = connect(PARTS.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    url = PARTS.jdbcUrl().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
    migration("1", "create table a (n int); create table b (n int);");
    migrate(new MigrationLocks());
  }

  @Test
  void anOlderVersionThatTakesTheTablesInAnotherOrderDisturbsNoMigration() throws Exception {
    migration(
        "2",
        "alter table a add m int; select pg_sleep(0.3); alter table b add m int; select pg_sleep(0.3);");
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> older =
        CompletableFuture.supplyAsync(() -> writeFromTheOtherEnd(begun, enough));
    begun.await();

    migrate(new MigrationLocks());
    enough.set(true);

    assertThat(older.get()).as("turns of the older version").isPositive();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select m from a join b using (m)").next()).isFalse();
    }
  }

  @Test
  void whatHoldsATableForTooLongIsToldAndNothingIsChanged() throws Exception {
    migration("2", "alter table a add m int;");
    try (Connection other = connect(url);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("insert into b values (1)");

      assertThatThrownBy(() -> migrate(new MigrationLocks(Duration.ofMillis(100))))
          .hasStackTraceContaining("Stop the older version of this service");
      other.rollback();
    }
    migrate(new MigrationLocks());
  }

  @Test
  void aMigrationMayTakeLongerThanAnyOtherWork() throws Exception {
    migration("2", "select pg_sleep(1.5); create table c (n int);");
    String limits = url.contains("?") ? "&" : "?";
    url += limits + "options=-c%20statement_timeout=500ms&socketTimeout=1";

    migrate(new MigrationLocks());

    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select n from c").next()).isFalse();
    }
  }

  private int writeFromTheOtherEnd(CountDownLatch begun, AtomicBoolean enough) {
    int turns = 0;
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (!enough.get()) {
        statement.execute("insert into b (n) values (1)");
        begun.countDown();
        statement.execute("select pg_sleep(0.02)");
        statement.execute("insert into a (n) values (1)");
        connection.rollback();
        turns++;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the older version was disturbed", e);
    }
    return turns;
  }

  private void migration(String version, String sql) throws IOException {
    Files.writeString(migrations.resolve("V" + version + "__step.sql"), sql);
  }

  private void migrate(MigrationLocks locks) {
    Flyway.configure()
        .dataSource(url, "postgres", PARTS.passwords().superuser())
        .locations("filesystem:" + migrations)
        .callbacks(locks)
        .load()
        .migrate();
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", PARTS.passwords().superuser());
  }
}

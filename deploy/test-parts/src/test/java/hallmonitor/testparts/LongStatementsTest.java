package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.messaging.Blame;
import hallmonitor.messaging.LongStatements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what takes longer than the limits of its connection: here 0.3 s, and 1 s in the driver. */
class LongStatementsTest {
  private static final Parts PARTS = Parts.shared();
  private static final String LONG = "select pg_sleep(1.5)";

  private Connection connection;
  private Handle handle;

  @BeforeEach
  void connectWithSmallLimits() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", PARTS.passwords().superuser());
    properties.setProperty("options", "-c statement_timeout=300ms -c lock_timeout=200ms");
    properties.setProperty("socketTimeout", "1");
    connection = DriverManager.getConnection(PARTS.jdbcUrl(), properties);
    handle = Jdbi.create(connection).open();
  }

  @AfterEach
  void disconnect() throws SQLException {
    handle.close();
    connection.close();
  }

  @Test
  void onlyWhatIsNamedMayTakeLong() {
    assertCanceled();

    handle.useTransaction(
        t -> {
          LongStatements.COUNT.allow(t);
          t.execute(LONG);
        });

    assertCanceled();
  }

  @Test
  void aNamedStatementThatFailsLeavesTheUsualLimits() throws SQLException {
    assertThatThrownBy(
            () ->
                handle.useTransaction(
                    t -> {
                      LongStatements.MIGRATION.allow(t);
                      t.execute("select 1 / 0");
                    }))
        .hasStackTraceContaining("division by zero");

    assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
    assertCanceled();
  }

  @Test
  void workWithTransactionsOfItsOwnMayTakeLongUntilItEnds() throws SQLException {
    try (LongStatements.Longer longer = LongStatements.EXPORT.on(connection);
        Statement statement = connection.createStatement()) {
      statement.execute(LONG);
      connection.setAutoCommit(false);
      statement.execute(LONG);
      connection.rollback();
      connection.setAutoCommit(true);
    }

    assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
    assertCanceled();
  }

  @Test
  void aDriverThatHearsNothingGivesUpAndTheRecordIsNotToBlame() {
    handle.execute("set statement_timeout = 0");

    assertThatThrownBy(() -> handle.execute(LONG))
        .satisfies(e -> assertThat(Blame.of(e)).isEqualTo(Blame.SURROUNDINGS));
  }

  @Test
  void aLockThatOthersKeepIsNotTheRecordsFault() throws SQLException {
    try (Connection other =
            DriverManager.getConnection(
                PARTS.jdbcUrl(), "postgres", PARTS.passwords().superuser());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(4711)");

      assertThatThrownBy(
              () -> handle.useTransaction(t -> t.execute("select pg_advisory_xact_lock(4711)")))
          .hasStackTraceContaining("lock timeout")
          .satisfies(e -> assertThat(Blame.of(e)).isEqualTo(Blame.SURROUNDINGS));
      other.rollback();
    }
  }

  private void assertCanceled() {
    assertThatThrownBy(() -> handle.execute(LONG))
        .hasStackTraceContaining("statement timeout")
        .satisfies(e -> assertThat(Blame.of(e)).isEqualTo(Blame.SURROUNDINGS));
  }
}

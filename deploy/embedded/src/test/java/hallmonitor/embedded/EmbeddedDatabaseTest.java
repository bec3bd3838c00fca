package hallmonitor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;
  private final DatabasePasswords passwords = DatabasePasswords.random();

  @Test
  void aRestartedDatabaseStillHasItsRows() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
    }
    try (EmbeddedDatabase database = start()) {
      assertThat(countRows(database)).isEqualTo(1);
    }
  }

  @Test
  void aServerKilledWithoutWarningKeepsWhatWasCommittedAndStartsAgain() throws Exception {
    try (EmbeddedDatabase database = start()) {
      writeRow(database);
      kill(database.pid());
      try (EmbeddedDatabase again = start()) {
        assertThat(countRows(again)).isEqualTo(1);
      }
    }
  }

  @Test
  void aPidFileThatNamesAnotherProgramDoesNotPreventAStart() throws Exception {
    start().close();
    Path pidFile = folder.resolve("cluster/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");
    try (EmbeddedDatabase database = start()) {
      assertThat(database.isRunning()).isTrue();
    }
  }

  @Test
  void aServerLeftRunningIsReplaced() {
    try (EmbeddedDatabase leftOver = start()) {
      long before = leftOver.pid();
      try (EmbeddedDatabase database = start()) {
        assertThat(database.pid()).isNotEqualTo(before);
        // The process that adopted the stopped server takes a moment to release its process id.
        Awaitility.await().until(() -> ProcessHandle.of(before).isEmpty());
      }
    }
  }

  @Test
  void commitsAreDurable() throws Exception {
    try (EmbeddedDatabase database = start();
        Connection connection = database.dataSource(DatabaseRole.INGEST).getConnection()) {
      assertThat(show(connection, "fsync")).isEqualTo("on");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(connection, "server_version")).startsWith("17.7");
    }
  }

  @Test
  void secretsThatBelongToAnotherDatabaseAreNamedAsTheCause() {
    start().close();
    assertThatThrownBy(
            () -> EmbeddedDatabase.start(folder, FreePorts.one(), DatabasePasswords.random()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("bring back the secrets");
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void othersOnTheMachineCannotReadTheFiles() throws IOException {
    Path inside = folder.resolve("database");
    EmbeddedDatabase.start(inside, FreePorts.one(), passwords).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)))
        .isEqualTo("rwx------");
    assertThat(inside.resolve("initial-password")).doesNotExist();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, FreePorts.one(), passwords);
  }

  private static void writeRow(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.dataSource(DatabaseRole.MODERATION).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 1 AS id");
    }
  }

  private static int countRows(EmbeddedDatabase database) throws SQLException {
    try (Connection connection = database.dataSource(DatabaseRole.MODERATION).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void kill(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    Awaitility.await().until(() -> !server.isAlive());
  }
}

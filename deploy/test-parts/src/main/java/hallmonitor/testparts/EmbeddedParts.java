package hallmonitor.testparts;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.Folders;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PipelineTopics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A broker in this JVM and a database beside it, on files that are deleted with the JVM. */
final class EmbeddedParts {
  private EmbeddedParts() {}

  static Parts start() {
    Path folder = ScratchFolder.create("hall-monitor-parts-");
    DatabasePasswords passwords = DatabasePasswords.random();
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder.resolve("database"), FreePorts.one(), passwords);
    makeQuick(database.jdbcUrl(), passwords);
    EmbeddedKafka kafka =
        EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  kafka.close();
                  database.close();
                  Folders.delete(folder);
                },
                "stop the shared parts"));
    PipelineTopics.createOn(kafka.bootstrapServers());
    return new Parts(kafka.bootstrapServers(), database.jdbcUrl(), passwords);
  }

  /**
   * No test cuts the power, and waiting for the disk at each commit takes most of the time of tests
   * that write. Committed data still survives kill -9. And the console's tests empty tables past
   * their guards, which is ten times as fast as taking the guards away. Each connection would hash
   * its password 4,096 times, and a copy of a database begins with a checkpoint, after which each
   * page would be logged as a whole.
   */
  private static void makeQuick(String jdbcUrl, DatabasePasswords passwords) {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl, "postgres", passwords.superuser());
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set fsync = off");
      statement.execute("alter system set full_page_writes = off");
      statement.execute("select pg_reload_conf()");
      statement.execute("set scram_iterations = 1");
      hash(statement, "postgres", passwords.superuser());
      for (DatabaseRole role : DatabaseRole.values()) {
        hash(statement, role.sqlName(), passwords.of(role));
      }
      statement.execute(
          "grant set on parameter session_replication_role to "
              + DatabaseRole.MODERATION.sqlName());
    } catch (SQLException e) {
      throw new IllegalStateException("the database's settings could not be changed", e);
    }
  }

  private static void hash(Statement statement, String role, String password) throws SQLException {
    statement.execute("alter role " + role + " password '" + password + "'");
  }
}

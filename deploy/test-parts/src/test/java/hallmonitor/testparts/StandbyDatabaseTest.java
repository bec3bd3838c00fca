package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several hosts in a service's database address: a primary and its standby. */
class StandbyDatabaseTest {
  private static final String PREFIX = "quarkus.datasource.jdbc.additional-jdbc-properties.";

  @TempDir private Path folder;

  private final DatabasePasswords passwords = DatabasePasswords.random();
  private final int primaryPort = FreePorts.one();
  private final int standbyPort = FreePorts.one();

  @Test
  void theOneThatTakesChangesIsFoundWhicheverItIs() throws Exception {
    Path files = folder.resolve("primary");
    EmbeddedDatabase.createFollowed(files, folder.resolve("standby"), passwords);
    String both = address(standbyPort, primaryPort);
    try (EmbeddedDatabase standby =
        EmbeddedDatabase.follow(folder.resolve("standby"), standbyPort, passwords, primaryPort)) {
      try (EmbeddedDatabase primary = EmbeddedDatabase.start(files, primaryPort, passwords)) {
        write(both, "create table kept as select 1 as id");
        // It has the passwords only when it has repeated what the primary wrote.
        await()
            .untilAsserted(
                () ->
                    assertThatThrownBy(() -> connect(address(standbyPort)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("targetServerType: primary"));
        assertThat(poolKeeps(primary)).isTrue();
        assertThat(poolKeeps(standby)).isFalse();
      }
      assertThatThrownBy(() -> connect(both)).isInstanceOf(SQLException.class);

      try (Connection owner = standby.ownersDataSource().getConnection();
          Statement statement = owner.createStatement()) {
        statement.execute("select pg_promote()");
      }

      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .untilAsserted(() -> write(both, "insert into kept values (2)"));
    }
  }

  private static boolean poolKeeps(EmbeddedDatabase server) throws Exception {
    String query = shared().getProperty("quarkus.datasource.jdbc.validation-query-sql");
    try (Connection connection = server.dataSource(DatabaseRole.MODERATION).getConnection()) {
      return ConnectionValidator.sqlValidator(query, 5).isValid(connection);
    }
  }

  private void write(String address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private static String address(int... ports) {
    StringBuilder hosts = new StringBuilder();
    for (int port : ports) {
      hosts.append(hosts.isEmpty() ? "" : ",").append("127.0.0.1:").append(port);
    }
    return "jdbc:postgresql://" + hosts + "/" + EmbeddedDatabase.DATABASE;
  }

  /** Connects with the properties that all services share. */
  private Connection connect(String address) throws SQLException {
    Properties shared = shared();
    Properties properties = new Properties();
    shared.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> properties.put(name.substring(PREFIX.length()), shared.getProperty(name)));
    properties.put("user", DatabaseRole.MODERATION.sqlName());
    properties.put("password", passwords.of(DatabaseRole.MODERATION));
    return DriverManager.getConnection(address, properties);
  }

  private static Properties shared() {
    Properties shared = new Properties();
    try (InputStream file =
        StandbyDatabaseTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      shared.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shared;
  }
}

package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** What is true of the shared pair, no matter where it comes from. */
class PartsTest {
  private static final String COMMENTS = "hallmonitor.comments.v1";

  private final Parts parts = Parts.shared();

  @Test
  void aServiceCannotReadTheSchemaOfAnother() throws Exception {
    try (Connection moderation = parts.dataSource(DatabaseRole.MODERATION).getConnection();
        Statement create = moderation.createStatement()) {
      create.execute("CREATE TABLE private_to_moderation (id int)");
    }
    try (Connection ingest = parts.dataSource(DatabaseRole.INGEST).getConnection();
        Statement statement = ingest.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeQuery("SELECT * FROM moderation.private_to_moderation"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for schema moderation");
      assertThatThrownBy(() -> statement.execute("CREATE TABLE public.shared (id int)"))
          .hasMessageContaining("permission denied for schema public");
    }
  }

  @Test
  void noRoleGetsInWithoutItsPassword() {
    for (String user : new String[] {"postgres", "ingest", "moderation", "notifier"}) {
      assertThatThrownBy(() -> DriverManager.getConnection(parts.jdbcUrl(), user, "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void theDatabaseHasTheSettingsOfTheOneThatIsShippedButWaitsForNoDisk() throws Exception {
    try (Connection connection = parts.dataSource(DatabaseRole.INGEST).getConnection()) {
      assertThat(show(connection, "server_version")).startsWith("17.");
      assertThat(show(connection, "fsync")).isEqualTo("off");
      assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
      assertThat(show(connection, "max_connections")).isEqualTo("60");
      assertThat(show(connection, "jit")).isEqualTo("off");
      assertThat(show(connection, "lc_messages")).isEqualTo("C");
      assertThat(show(connection, "log_timezone")).isEqualTo("UTC");
    }
  }

  @Test
  void commentsHaveSixPartitionsAndStatusKeepsOnlyTheNewest() throws Exception {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", parts.bootstrapServers()))) {
      assertThat(partitions(admin, COMMENTS)).isEqualTo(6);
      assertThat(partitions(admin, "hallmonitor.actions.v1")).isEqualTo(3);
      assertThat(partitions(admin, COMMENTS + ".dlq")).isEqualTo(1);
      assertThat(setting(admin, COMMENTS, "retention.ms"))
          .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
      assertThat(setting(admin, "hallmonitor.account-status.v1", "cleanup.policy"))
          .isEqualTo("compact");
      assertThat(setting(admin, "hallmonitor.ingest-checkpoints.v1", "cleanup.policy"))
          .isEqualTo("compact");
    }
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    Map<String, TopicDescription> described =
        admin.describeTopics(List.of(topic)).allTopicNames().get(10, TimeUnit.SECONDS);
    return described.get(topic).partitions().size();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<ConfigResource, Config> described =
        admin.describeConfigs(List.of(resource)).all().get(10, TimeUnit.SECONDS);
    return described.get(resource).get(name).value();
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

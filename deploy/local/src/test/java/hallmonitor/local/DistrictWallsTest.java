package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerPasswords;
import hallmonitor.embedded.DatabaseNames;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.FreePorts;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.messaging.broker.SignInModule;
import hallmonitor.settings.tool.Tool;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three districts on one PostgreSQL and one Kafka, as {@code deploy/prepare --district} makes them:
 * what the users of one may not do with what is another's.
 */
class DistrictWallsTest {
  /** Held, because the log manager forgets a logger that nobody holds. */
  private static final List<Logger> NOISY =
      Stream.of("org.apache.kafka", "kafka", "state").map(Logger::getLogger).toList();

  private static final List<String> DISTRICTS = List.of("maple", "oak", "birch");
  private static final BrokerPasswords OWN = BrokerPasswords.random();
  private static final BrokerAccess ACCESS = BrokerAccess.by(OWN);

  @TempDir(factory = ScratchTempDirs.class)
  private static Path folder;

  private static EmbeddedDatabase database;
  private static EmbeddedKafka broker;

  @BeforeAll
  static void start() throws IOException {
    NOISY.forEach(logger -> logger.setLevel(Level.OFF));
    database =
        EmbeddedDatabase.start(
            folder.resolve("database"),
            FreePorts.one(),
            DatabasePasswords.from(name -> "password-of-" + name));
    Map<String, String> all = new HashMap<>(OWN.byUser());
    DISTRICTS.forEach(
        district ->
            Stream.of(BrokerUser.values())
                .forEach(user -> all.put(name(district, user), password(district, user))));
    broker =
        EmbeddedKafka.start(
            folder.resolve("kafka"),
            FreePorts.one(),
            FreePorts.one(),
            ACCESS,
            Map.of(
                "listener.name.services.plain.sasl.jaas.config",
                SignInModule.server("owner", all)));
    for (String district : DISTRICTS) {
      assertThat(prepared(district)).isEmpty();
      // A second run, as of an upgrade, changes nothing and takes nothing from the others.
      assertThat(prepared(district)).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
    database.close();
  }

  private static String name(String district, BrokerUser user) {
    return TopicPrefix.ofDistrict(district).of(user.userName());
  }

  private static String password(String district, BrokerUser user) {
    return "kafka-password-of-" + name(district, user);
  }

  /** Returns what deploy/prepare complains about. */
  private static String prepared(String district) throws IOException {
    Path secrets = Files.createDirectories(folder.resolve(district));
    Files.writeString(secrets.resolve("database-postgres"), "password-of-postgres");
    for (DatabaseRole role : DatabaseRole.values()) {
      Files.writeString(
          secrets.resolve("database-" + role.sqlName()), district + "-password-of-" + role);
    }
    Path owner = folder.resolve("owner.properties");
    Properties settings = new Properties();
    settings.putAll(ACCESS.owner(broker.bootstrapServers()));
    try (Writer file = Files.newBufferedWriter(owner)) {
      settings.store(file, null);
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Tool.run(
        new PrepareCommand(),
        System.out,
        new PrintStream(errors, true, UTF_8),
        "--district=" + district,
        "--database=" + database.jdbcUrl().replaceAll("jdbc:postgresql://|/hallmonitor", ""),
        "--secrets=" + secrets,
        "--kafka=" + broker.bootstrapServers(),
        "--kafka-settings=" + owner,
        "--rights=passwords");
    return errors.toString(UTF_8);
  }

  private static Map<String, Object> as(String district, BrokerUser user) {
    Map<String, Object> connection = new HashMap<>(ACCESS.owner(broker.bootstrapServers()));
    connection.put(
        "sasl.jaas.config", SignInModule.plain(name(district, user), password(district, user)));
    connection.put("max.block.ms", 10_000);
    return connection;
  }

  private static void send(Map<String, Object> connection, Topic topic, String district)
      throws Exception {
    String name = topic.topicName(TopicPrefix.ofDistrict(district));
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(connection)) {
      producer.send(new ProducerRecord<>(name, new byte[] {1}, new byte[] {2})).get();
    }
  }

  /** Reads until there is a record. */
  private static void read(Map<String, Object> connection, Topic topic, String district) {
    TopicPartition partition =
        new TopicPartition(topic.topicName(TopicPrefix.ofDistrict(district)), 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      boolean read = false;
      while (!read) {
        read = !consumer.poll(Duration.ofSeconds(1)).isEmpty();
      }
    }
  }

  @Test
  void aDistrictReadsAndWritesItsOwnTopicsAndNoneOfAnother() throws Exception {
    for (String district : DISTRICTS) {
      Map<String, Object> ingest = as(district, BrokerUser.INGEST);
      Map<String, Object> moderation = as(district, BrokerUser.MODERATION);
      send(ingest, Topic.ACCOUNT_STATUS, district);
      assertThatCode(() -> read(moderation, Topic.ACCOUNT_STATUS, district))
          .doesNotThrowAnyException();
    }
    for (String district : DISTRICTS) {
      for (String other : DISTRICTS) {
        if (!other.equals(district)) {
          assertThatThrownBy(
                  () -> read(as(district, BrokerUser.MODERATION), Topic.ACCOUNT_STATUS, other))
              .as("%s reads %s", district, other)
              .isInstanceOf(TopicAuthorizationException.class);
          assertThatThrownBy(() -> send(as(district, BrokerUser.MODERATION), Topic.ACTIONS, other))
              .as("%s orders an act in %s", district, other)
              .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
      }
    }
  }

  @Test
  void aDistrictSeesNoNameOfAnother() throws Exception {
    try (Admin admin = Admin.create(as("oak", BrokerUser.MODERATION))) {
      assertThat(admin.listTopics().names().get())
          .isNotEmpty()
          .allMatch(topic -> topic.startsWith("oak.hallmonitor."));
    }
  }

  @Test
  void aDistrictMovesNoPositionOfAnotherAndWritesInNoneOfItsTransactions() {
    Map<String, Object> settings = as("maple", BrokerUser.MODERATION);
    settings.put("group.id", "oak.moderation-comments");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition own =
          new TopicPartition(Topic.COMMENTS.topicName(TopicPrefix.ofDistrict("maple")), 0);
      assertThatThrownBy(() -> consumer.committed(java.util.Set.of(own)))
          .isInstanceOf(GroupAuthorizationException.class);
    }
    try (Producer<byte[], byte[]> producer =
        KafkaClients.transactionalProducer(
            as("maple", BrokerUser.INGEST), "oak.ingest-school-blog")) {
      assertThatThrownBy(producer::initTransactions)
          .isInstanceOf(TransactionalIdAuthorizationException.class);
    }
  }

  @Test
  void noRoleOfADistrictOpensTheDatabaseOfAnother() throws SQLException {
    for (String district : DISTRICTS) {
      for (DatabaseRole role : DatabaseRole.values()) {
        assertThat(schemaOf(district, role, district)).isEqualTo(role.sqlName());
        for (String other : DISTRICTS) {
          if (!other.equals(district)) {
            assertThatThrownBy(() -> schemaOf(district, role, other))
                .as("%s of %s opens %s", role, district, other)
                .hasMessageContaining("permission denied for database");
          }
        }
      }
    }
  }

  @Test
  void noRoleOfADistrictOpensADatabaseThatIsNoDistricts() {
    for (String shared : List.of("postgres", "template1")) {
      assertThatThrownBy(() -> openDatabase("maple", DatabaseRole.MODERATION, shared).close())
          .as(shared)
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void whatIsDocumentedTakesADistrictsDatabaseAndItsRolesAway() throws Exception {
    assertThat(prepared("elm")).isEmpty();
    List<String> documented =
        Pattern.compile("-c '(drop [^']*)'")
            .matcher(ShippedFiles.text("deploy/docs/operate/districts.md"))
            .results()
            .map(found -> found.group(1).replace("maple", "elm"))
            .toList();
    assertThat(documented).hasSize(2);

    try (Connection owner =
            DriverManager.getConnection(
                database.jdbcUrl().replace("/hallmonitor", "/postgres"),
                "postgres",
                "password-of-postgres");
        Statement statement = owner.createStatement()) {
      for (String each : documented) {
        statement.execute(each);
      }
      try (ResultSet row =
          statement.executeQuery("select count(*) from pg_roles where rolname like 'elm%'")) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
    assertThat(schemaOf("maple", DatabaseRole.NOTIFIER, "maple")).isEqualTo("notifier");
  }

  @Test
  void theEvidenceOfADistrictIsKeptFromItsOwnNotifierToo() throws SQLException {
    try (Connection connection = open("birch", DatabaseRole.NOTIFIER, "birch");
        Statement statement = connection.createStatement()) {
      statement.execute("select count(*) from evidence.evidence_ledger");
      assertThatThrownBy(() -> statement.execute("drop table evidence.evidence_ledger"))
          .hasMessageContaining("must be owner");
    }
  }

  private static Connection open(String district, DatabaseRole role, String where)
      throws SQLException {
    return openDatabase(district, role, DatabaseNames.ofDistrict(where).database());
  }

  private static Connection openDatabase(String district, DatabaseRole role, String name)
      throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl().replace("/hallmonitor", "/" + name),
        DatabaseNames.ofDistrict(district).role(role),
        district + "-password-of-" + role);
  }

  private static String schemaOf(String district, DatabaseRole role, String where)
      throws SQLException {
    try (Connection connection = open(district, role, where);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_schema()")) {
      row.next();
      return row.getString(1);
    }
  }
}

package hallmonitor.local;

import static hallmonitor.local.ShippedFiles.map;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.FreePorts;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.broker.BrokerConnection;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.settings.tool.Tool;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker with the settings of {@code compose.yaml} and the certificates of {@code
 * deploy/new-installation}, and clients with the settings of the services there.
 */
class CertificateBrokerTest {
  /** Held, because the log manager forgets a logger that nobody holds. */
  private static final List<Logger> NOISY =
      Stream.of("org.apache.kafka", "kafka", "state").map(Logger::getLogger).toList();

  private static final Map<String, Object> COMPOSE = ShippedFiles.yaml("deploy/compose.yaml");

  @TempDir(factory = ScratchTempDirs.class)
  private static Path folder;

  private static int port;
  private static int controller;
  private static EmbeddedKafka broker;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give the installation's folders to the services' user");
    NOISY.forEach(logger -> logger.setLevel(Level.OFF));
    port = FreePorts.one();
    controller = FreePorts.one();
    ShippedFiles.run("deploy/new-installation", home("first").toString());
    ShippedFiles.run("deploy/new-installation", home("other").toString());
    broker = startWith("first");
    assertThat(prepared("first")).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  private static Path home(String installation) {
    return folder.resolve(installation);
  }

  private static EmbeddedKafka startWith(String installation) {
    Map<String, Object> settings = new HashMap<>();
    map(COMPOSE, "services", "broker", "environment")
        .forEach((name, value) -> settings.put(setting(name), here(value, installation)));
    settings.put(
        "listeners", "INSIDE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
    settings.put("advertised.listeners", "INSIDE://127.0.0.1:" + port);
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("log.dirs", folder.resolve("kafka").toString());
    return EmbeddedKafka.start(
        folder.resolve("kafka"), port, controller, BrokerAccess.open(), settings);
  }

  /** Returns the setting that a variable stands for, as the image reads it. */
  private static String setting(String variable) {
    return variable.replaceFirst("^KAFKA_", "").replace('_', '.').toLowerCase(Locale.ROOT);
  }

  private static String here(Object value, String installation) {
    return value.toString().replace("/run/secrets/", home(installation) + "/secrets/broker/");
  }

  /** Returns what deploy/prepare complains about. */
  private static String prepared(String installation) throws IOException {
    Path settings = home(installation).resolve("owner.properties");
    Files.writeString(
        settings,
        here(
            Files.readString(home(installation).resolve("secrets/broker/owner.properties")),
            installation));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    Tool.run(
        new PrepareCommand(),
        System.out,
        new PrintStream(errors, true, UTF_8),
        "--kafka=127.0.0.1:" + port,
        "--kafka-settings=" + settings,
        "--rights=certificates");
    return errors.toString(UTF_8);
  }

  /** Returns the connection that a container of compose.yaml has. */
  private static Map<String, Object> as(BrokerUser user, String installation) {
    Map<String, Object> settings = new HashMap<>();
    String mine = home(installation) + "/secrets/" + user.userName() + "/";
    map(COMPOSE, "services", user.userName(), "environment")
        .forEach(
            (name, value) -> {
              if (name.startsWith("KAFKA_")) {
                settings.put(
                    setting(name), value.toString().replace("/hall-monitor/secrets/", mine));
              }
            });
    assertThat(settings).containsEntry("bootstrap.servers", "broker:9092");
    Map<String, Object> connection =
        new HashMap<>(BrokerConnection.of(settings, user, name -> Optional.empty()));
    connection.put("bootstrap.servers", "127.0.0.1:" + port);
    connection.put("max.block.ms", 60_000);
    return connection;
  }

  private static void send(Map<String, Object> connection, Topic topic) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(connection)) {
      producer.send(new ProducerRecord<>(topic.topicName(), new byte[] {1}, new byte[] {2})).get();
    }
  }

  @Test
  void eachServiceMayDoWhatIsItsOwnAndNothingElse() {
    for (BrokerUser user : BrokerUser.values()) {
      Map<String, Object> connection = as(user, "first");
      Topic own = user.writes().get(0);
      Topic foreign =
          Stream.of(Topic.ACTIONS, Topic.ESCALATION_EVENTS)
              .filter(topic -> !user.writes().contains(topic) && !user.handled().contains(topic))
              .findFirst()
              .orElse(Topic.INGEST_CHECKPOINTS);

      assertThatCode(() -> send(connection, own))
          .as("%s writes %s", user, own)
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> send(connection, foreign))
          .as("%s writes %s", user, foreign)
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  @Test
  void aStrangerWithoutACertificateIsRefused() {
    Map<String, Object> connection = as(BrokerUser.INGEST, "first");
    connection.keySet().removeIf(name -> name.startsWith("ssl.keystore"));

    assertRefused(connection);
  }

  @Test
  void aCertificateOfAnotherInstallationIsRefused() {
    Map<String, Object> connection = as(BrokerUser.INGEST, "other");
    connection.put(
        "ssl.truststore.location",
        home("first").resolve("secrets/broker/authority.pem").toString());

    assertRefused(connection);
  }

  @Test
  void theControllersPortTakesNeitherAStrangerNorAService() {
    Map<String, Object> service = atTheController();
    Map<String, Object> stranger = atTheController();
    stranger.keySet().removeIf(name -> name.startsWith("ssl.keystore"));

    assertRefused(stranger);
    assertRefused(service, ClusterAuthorizationException.class);
  }

  private static Map<String, Object> atTheController() {
    Map<String, Object> connection = as(BrokerUser.INGEST, "first");
    connection.remove("bootstrap.servers");
    connection.put("bootstrap.controllers", "127.0.0.1:" + controller);
    return connection;
  }

  private static void assertRefused(Map<String, Object> connection) {
    assertRefused(connection, SslAuthenticationException.class);
  }

  private static void assertRefused(
      Map<String, Object> connection, Class<? extends Exception> answer) {
    try (Admin admin = Admin.create(connection)) {
      assertThatThrownBy(() -> admin.describeCluster().nodes().get()).hasCauseInstanceOf(answer);
    }
  }

  @Test
  void aServiceThatWasTakenOverCannotPoseAsTheBroker() {
    assertThat(verifiedAs("sslclient")).contains("OK");
    assertThatThrownBy(() -> verifiedAs("sslserver"))
        .hasMessageContaining("unsuitable certificate purpose");
  }

  private static String verifiedAs(String purpose) {
    Path secrets = home("other").resolve("secrets");
    return ShippedFiles.run(
        "openssl",
        "verify",
        "-purpose",
        purpose,
        "-CAfile",
        secrets.resolve("broker/authority.pem").toString(),
        secrets.resolve("moderation/kafka.pem").toString());
  }

  @Test
  void afterARenewalTheFormerCertificatesOpenNothing() throws Exception {
    Path former = folder.resolve("former.pem");
    ShippedFiles.run("deploy/new-installation", home("renewed").toString());
    Files.copy(home("renewed").resolve("secrets/ingest/kafka.pem"), former);
    ShippedFiles.run("deploy/new-installation", "--renew-certificates", home("renewed").toString());
    broker.close();
    broker = startWith("renewed");
    try {
      assertThat(prepared("renewed")).isEmpty();
      assertThatCode(() -> send(as(BrokerUser.INGEST, "renewed"), Topic.COMMENTS))
          .doesNotThrowAnyException();
      Map<String, Object> late = as(BrokerUser.INGEST, "renewed");
      late.put("ssl.keystore.location", former.toString());
      assertRefused(late);
    } finally {
      broker.close();
      broker = startWith("first");
    }
  }
}

package hallmonitor.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.broker.BrokerConnection;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker as on another machine: services sign in over TLS, with a SCRAM password or with a
 * certificate of their own, by the settings that the operator's page names.
 */
class EncryptedBrokerTest {
  private static final String STORE = "store-password";
  private static final String PASSWORD = "ingest-password";
  private static final List<Logger> NOISY =
      Stream.of("org.apache.kafka", "kafka", "state").map(Logger::getLogger).toList();

  /** They complain about everything that is refused. */
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka.clients");

  private static final BrokerAccess OWNER = BrokerAccess.by(BrokerPasswords.random());
  private static final int SERVICES = FreePorts.one();
  private static final int CONTROLLER = FreePorts.one();
  private static final int PASSWORDS = FreePorts.one();
  private static final int CERTIFICATES = FreePorts.one();

  @TempDir static Path folder;
  private static EmbeddedKafka broker;

  @BeforeAll
  static void start() throws Exception {
    NOISY.forEach(logger -> logger.setLevel(Level.SEVERE));
    CLIENTS.setLevel(Level.OFF);
    keyOf("broker", "localhost");
    keyOf("ingest", "ingest");
    trust("known-brokers", "broker");
    trust("known-services", "ingest");
    broker = EmbeddedKafka.start(folder.resolve("kafka"), SERVICES, CONTROLLER, OWNER, listeners());
    Map<String, Object> owner = OWNER.owner(broker.bootstrapServers());
    PipelineTopics.createOn(owner);
    BrokerRules.setOn(owner);
    try (Admin admin = Admin.create(owner)) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      "ingest",
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      PASSWORD)))
          .all()
          .get();
      admin.createAcls(BrokerRights.of(BrokerUser.INGEST, "User:CN=ingest")).all().get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static Map<String, Object> listeners() {
    Map<String, Object> settings = new HashMap<>();
    String clients =
        "SERVICES://127.0.0.1:%d,PASSWORDS://localhost:%d,CERTIFICATES://localhost:%d"
            .formatted(SERVICES, PASSWORDS, CERTIFICATES);
    settings.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + CONTROLLER);
    settings.put("advertised.listeners", clients);
    settings.put(
        "listener.security.protocol.map",
        "CONTROLLER:SASL_PLAINTEXT,SERVICES:SASL_PLAINTEXT,PASSWORDS:SASL_SSL,CERTIFICATES:SSL");
    settings.put("listener.name.passwords.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.passwords.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("listener.name.certificates.ssl.client.auth", "required");
    settings.put("ssl.keystore.location", folder.resolve("broker.p12").toString());
    settings.put("ssl.keystore.password", STORE);
    settings.put("ssl.truststore.location", folder.resolve("known-services.p12").toString());
    settings.put("ssl.truststore.password", STORE);
    return settings;
  }

  private static void keyOf(String name, String commonName) throws Exception {
    keytool(
        "-genkeypair -alias "
            + name
            + " -keyalg EC -dname CN="
            + commonName
            + " -ext san=dns:localhost -validity 2 -storetype PKCS12 -keystore "
            + name
            + ".p12");
    keytool("-exportcert -alias " + name + " -keystore " + name + ".p12 -file " + name + ".cer");
  }

  private static void trust(String store, String name) throws Exception {
    keytool(
        "-importcert -noprompt -alias "
            + name
            + " -file "
            + name
            + ".cer -storetype PKCS12 -keystore "
            + store
            + ".p12");
  }

  private static void keytool(String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storepass", STORE));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static Map<String, Object> settings(int port, String protocol) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", "localhost:" + port);
    settings.put("security.protocol", protocol);
    settings.put("ssl.truststore.location", folder.resolve("known-brokers.p12").toString());
    settings.put("max.block.ms", 10_000);
    return settings;
  }

  private static Map<String, Object> connection(Map<String, Object> settings, String password) {
    Map<String, String> secrets =
        Map.of("kafka-ingest", password, "kafka-truststore", STORE, "kafka-keystore", STORE);
    return BrokerConnection.of(
        settings, BrokerUser.INGEST, name -> Optional.ofNullable(secrets.get(name)));
  }

  private static void send(Map<String, Object> connection, Topic topic) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(connection)) {
      producer.send(new ProducerRecord<>(topic.topicName(), new byte[] {1}, new byte[] {2})).get();
    }
  }

  private static void mayDoWhatIngestMay(Map<String, Object> connection) {
    assertThatCode(() -> send(connection, Topic.COMMENTS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> send(connection, Topic.ACTIONS))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void aPasswordOverTlsIsTheServicesUser() {
    mayDoWhatIngestMay(connection(settings(PASSWORDS, "SASL_SSL"), PASSWORD));
  }

  @Test
  void aWrongPasswordIsRefused() {
    Map<String, Object> connection = connection(settings(PASSWORDS, "SASL_SSL"), "guessed");
    assertThatThrownBy(() -> send(connection, Topic.COMMENTS))
        .hasRootCauseInstanceOf(KafkaException.class)
        .hasStackTraceContaining("SaslAuthenticationException");
  }

  @Test
  void aCertificateIsTheServicesUser() {
    Map<String, Object> settings = settings(CERTIFICATES, "SSL");
    settings.put("ssl.keystore.location", folder.resolve("ingest.p12").toString());
    mayDoWhatIngestMay(connection(settings, ""));
  }

  @Test
  void aServerThatPosesAsTheBrokerGetsNothing() {
    Map<String, Object> settings = settings(PASSWORDS, "SASL_SSL");
    settings.put("ssl.truststore.location", folder.resolve("known-services.p12").toString());
    Map<String, Object> connection = connection(settings, PASSWORD);
    assertThatThrownBy(() -> send(connection, Topic.COMMENTS))
        .hasStackTraceContaining("SslAuthenticationException");
  }
}

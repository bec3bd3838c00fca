package hallmonitor.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerConnectionTest {
  private static final Function<String, Optional<String>> NO_SECRETS = name -> Optional.empty();

  private static final Function<String, Optional<String>> PASSWORD =
      name -> Optional.of("pa\\ss\"word").filter(any -> name.equals("kafka-ingest"));

  @TempDir private Path folder;

  private static Map<String, Object> settings(String servers, String... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", servers);
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static Map<String, Object> connect(
      Map<String, Object> settings, Function<String, Optional<String>> secrets) {
    return BrokerConnection.of(settings, BrokerUser.INGEST, secrets);
  }

  private static void refused(
      Map<String, Object> settings,
      Function<String, Optional<String>> secrets,
      String... sentences) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connect(settings, secrets))
        .satisfies(e -> assertThat(e.getMessage()).contains(sentences));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:19092", "localhost:9092", "[::1]:9092", "127.0.0.1:1,127.3.2.1:2"})
  void aBrokerOnThisMachineNeedsNoPassword(String servers) {
    assertThatCode(() -> connect(settings(servers), NO_SECRETS)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka:9092",
        "10.0.0.5:9092",
        "127.0.0.1:9092,kafka.example:9092",
        "localhost.example:9092",
        "127.0.0.1.example:9092",
        "[2001:db8::1]:9092"
      })
  void aBrokerElsewhereIsRefusedWithoutASignIn(String servers) {
    refused(
        settings(servers),
        PASSWORD,
        "is not on this machine",
        "Set KAFKA_SECURITY_PROTOCOL=SASL_SSL");
  }

  @Test
  void aPasswordWithoutEncryptionIsNotEnoughElsewhere() {
    refused(
        settings("kafka:9092", "security.protocol", "SASL_PLAINTEXT"),
        PASSWORD,
        "Set KAFKA_SECURITY_PROTOCOL=SASL_SSL, or SSL with a certificate for each service; it is SASL_PLAINTEXT.");
  }

  @Test
  void encryptionAloneIsNotEnoughElsewhere() {
    refused(
        settings("kafka:9093", "security.protocol", "SSL"),
        PASSWORD,
        "name the service's own certificate in KAFKA_SSL_KEYSTORE_LOCATION");
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    refused(
        settings(
            "kafka:9093",
            "security.protocol",
            "SASL_SSL",
            "ssl.endpoint.identification.algorithm",
            ""),
        NO_SECRETS,
        "into the file kafka-ingest of the secrets folder, or into HALLMONITOR_SECRET_KAFKA_INGEST",
        "Remove KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM");
  }

  @Test
  void aPasswordOverTlsSignsInUnderTheServicesName() {
    Map<String, Object> connection =
        connect(settings("kafka:9093", "security.protocol", "sasl_ssl"), PASSWORD);

    assertThat(connection)
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .extractingByKey("sasl.jaas.config")
        .asString()
        .startsWith("org.apache.kafka.common.security.scram.ScramLoginModule required")
        .contains("username=\"ingest\"")
        .contains("password=\"pa\\\\ss\\\"word\"");
  }

  @Test
  void anotherUserNameCanBeGiven() {
    assertThat(
            connect(
                settings("kafka:9093", "security.protocol", "SASL_SSL", "user", "hm-ingest"),
                PASSWORD))
        .doesNotContainKey("user")
        .extractingByKey("sasl.jaas.config")
        .asString()
        .contains("username=\"hm-ingest\"");
  }

  @Test
  void aCertificateOfTheServiceIsEnough() {
    Map<String, Object> connection =
        connect(
            settings(
                "kafka:9093",
                "security.protocol",
                "SSL",
                "ssl.keystore.location",
                "/keys/ingest.p12",
                "ssl.truststore.location",
                "/keys/known.p12"),
            name -> Optional.of("of-" + name));

    assertThat(connection)
        .containsEntry("ssl.keystore.password", "of-kafka-keystore")
        .containsEntry("ssl.key.password", "of-kafka-keystore")
        .containsEntry("ssl.truststore.password", "of-kafka-truststore");
  }

  @Test
  void aPasswordOfAFileThatIsNotNamedIsLeftOut() {
    assertThat(
            connect(
                settings("kafka:9093", "security.protocol", "SASL_SSL"),
                name -> Optional.of("of-" + name)))
        .doesNotContainKeys("ssl.keystore.password", "ssl.key.password", "ssl.truststore.password");
  }

  @Test
  void aSignInWithoutAPasswordIsCompleteInItsOwnSetting() {
    Map<String, Object> tokens =
        settings("kafka:9093", "security.protocol", "SASL_SSL", "sasl.mechanism", "OAUTHBEARER");
    refused(tokens, PASSWORD, "KAFKA_SASL_MECHANISM=OAUTHBEARER needs KAFKA_SASL_JAAS_CONFIG");

    tokens.put("sasl.jaas.config", "a.LoginModule required;");
    assertThat(connect(tokens, NO_SECRETS))
        .containsEntry("sasl.jaas.config", "a.LoginModule required;");
  }

  @Test
  void aPasswordIsNotInWhatKafkaLogs() {
    Map<String, Object> connection =
        connect(
            settings(
                "kafka:9093", "security.protocol", "SASL_SSL", "ssl.keystore.location", "/k.p12"),
            name -> Optional.of("word-of-" + name));

    assertThat(new AdminClientConfig(connection).values().toString())
        .contains("sasl.jaas.config=[hidden]", "ssl.keystore.password=[hidden]")
        .doesNotContain("word-of-");
  }
}

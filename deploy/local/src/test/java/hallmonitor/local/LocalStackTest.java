package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerPasswords;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.testparts.ScratchTempDirs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests one running stack with stand-ins for the services; each test leaves it running. */
class LocalStackTest {
  @TempDir(factory = ScratchTempDirs.class)
  static Path folder;

  private static final Ports PORTS = Ports.free();
  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
  private static LocalStack stack;

  @BeforeAll
  static void start() throws IOException {
    StackSettings settings =
        StackSettings.of(BuiltRoot.in(folder.resolve("root")), folder.resolve("data"))
            .withPorts(PORTS)
            .withEnvironment(Map.of("EXTRA", "given"));
    stack =
        new LocalStack(
            settings, new StartProgress(new PrintStream(SAID, true, StandardCharsets.UTF_8)));
    stack.start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void aKilledServiceIsStartedAgainAndThePersonIsTold() {
    Service notifier = stack.service(ServiceName.NOTIFIER);
    long before = notifier.pid();

    notifier.kill();
    notifier.awaitReady();

    Awaitility.await()
        .untilAsserted(() -> assertThat(said()).contains("The notifier-service is ready again."));
    assertThat(notifier.pid()).isNotEqualTo(before);
    assertThat(said()).contains("The notifier-service stopped (killed by signal 9)");
  }

  @Test
  void aServiceThatCannotBeStartedForAWhileIsTriedUntilItCan() throws IOException {
    Service notifier = stack.service(ServiceName.NOTIFIER);
    long before = notifier.pid();
    Path run = folder.resolve("data/run");
    Path away = folder.resolve("data/run-away");

    Files.move(run, away);
    notifier.kill();
    Awaitility.await()
        .untilAsserted(() -> assertThat(said()).contains("The notifier-service cannot be started"));
    Files.move(away, run);

    Awaitility.await()
        .until(
            () -> notifier.pid() != before && Readiness.of(PORTS.http(PortName.NOTIFIER_METRICS)));
  }

  @Test
  void aKilledDatabaseIsStartedAgain() {
    long before = stack.database().pid();
    ProcessHandle.of(before).orElseThrow().destroyForcibly();

    Awaitility.await().untilAsserted(() -> assertThat(said()).contains("PostgreSQL is up again."));
    assertThat(stack.database().pid()).isNotEqualTo(before);
  }

  @Test
  void aRestartedServiceIsReadyWhenTheCallReturnsAndIsNotCalledAFailure() {
    Service ingest = stack.service(ServiceName.INGEST);
    long before = ingest.pid();

    ingest.restart();

    assertThat(Readiness.of(PORTS.http(PortName.INGEST))).isTrue();
    assertThat(ingest.pid()).isNotEqualTo(before);
    assertThat(said()).doesNotContain("The ingest-service ended");
  }

  @Test
  void eachServiceIsToldWhereItsPartsAreAndNothingOfTheOthers() throws Exception {
    List<String> notifier = environmentOf("notifier");
    assertThat(notifier)
        .contains(
            "KAFKA_BOOTSTRAP_SERVERS=" + stack.bootstrapServers(),
            "KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT",
            "KAFKA_SASL_MECHANISM=PLAIN",
            "QUARKUS_HTTP_HOST=127.0.0.1",
            "QUARKUS_HTTP_PORT=" + PORTS.of(PortName.NOTIFIER),
            "QUARKUS_MANAGEMENT_HOST=127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT=" + PORTS.of(PortName.NOTIFIER_METRICS),
            "QUARKUS_DATASOURCE_USERNAME=notifier",
            "HALLMONITOR_MAIL_PORT=" + PORTS.of(PortName.SMTP),
            "HALLMONITOR_CONSOLE_URL=" + PORTS.http(PortName.CONSOLE),
            "HALLMONITOR_ANSWERS_URL=" + PORTS.http(PortName.NOTIFIER),
            "HALLMONITOR_CONFIG_DIR=" + stack.config(),
            "QUARKUS_OTEL_SDK_DISABLED=true",
            "EXTRA=given")
        .noneMatch(variable -> variable.startsWith("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY"));
    assertThat(environmentOf("ingest"))
        .contains(
            "HALLMONITOR_INGEST_PUSH_ADDRESS=" + PORTS.http(PortName.PUSH),
            "HALLMONITOR_INGEST_PUSH_PORT=" + PORTS.of(PortName.PUSH));
    assertThat(environmentOf("moderation"))
        .anyMatch(variable -> variable.matches("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY=.{32}"));
  }

  @Test
  void theSecretsAreTheOwnersOnly() throws IOException {
    assertThat(permissions(stack.secrets())).isEqualTo("rwx------");
    assertThat(permissions(stack.secrets().getParent())).isEqualTo("rwx------");
    try (var secrets = Files.list(stack.secrets())) {
      assertThat(secrets.toList())
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "console-session-key",
              "database-ingest",
              "database-moderation",
              "database-notifier",
              "database-postgres",
              "kafka-ingest",
              "kafka-moderation",
              "kafka-notifier",
              "kafka-owner",
              "push-practice-facebook",
              "accounts");
    }
    assertThat(permissions(stack.secrets().resolve("accounts/practice"))).isEqualTo("rw-------");
    assertThat(Files.readString(stack.secrets().resolve("accounts/practice")))
        .matches("practice:.{32}\n");
  }

  @Test
  void theDistrictsFilesAreCopiedWithTheAddressOfThePracticePage() throws IOException {
    assertThat(stack.config()).isEqualTo(folder.resolve("data/config"));
    assertThat(Files.readString(stack.config().resolve("district.yaml")))
        .isEqualTo("base-url: " + PORTS.http(PortName.PRACTICE) + "\n");
  }

  @Test
  void theFirstPasswordIsHandedOverAndKeptNowhere() throws IOException {
    assertThat(stack.firstSignIn()).contains("admin once-only-password");
    assertThat(stack.secrets().resolve("first-sign-in")).doesNotExist();
  }

  @Test
  void theDatabaseAsksForThePasswordsInTheSecrets() throws Exception {
    String password = Files.readString(stack.secrets().resolve("database-ingest")).strip();
    try (Connection connection =
        DriverManager.getConnection(stack.database().jdbcUrl(), "ingest", password)) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void theBrokerAsksForThePasswordsInTheSecretsAndKnowsWhoseTheyAre() throws Exception {
    String password = Files.readString(stack.secrets().resolve("kafka-notifier")).strip();
    BrokerAccess notifier = BrokerAccess.by(BrokerPasswords.from(user -> password));
    try (Admin admin = Admin.create(notifier.of(BrokerUser.NOTIFIER, stack.bootstrapServers()));
        Admin other = Admin.create(notifier.of(BrokerUser.MODERATION, stack.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get())
          .contains(Topic.ESCALATIONS.topicName())
          .doesNotContain(Topic.ACTIONS.topicName());
      assertThatThrownBy(() -> other.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  private static String said() {
    return SAID.toString(StandardCharsets.UTF_8);
  }

  private static List<String> environmentOf(String role) throws IOException {
    return Files.readAllLines(folder.resolve("data/run").resolve(role + ".environment"));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerPasswords;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.FreePorts;
import hallmonitor.settings.tool.Tool;
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
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the preparation of a database and a broker that someone else runs. */
class PrepareCommandTest {
  /** Held, because the log manager forgets a logger that nobody holds. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  @TempDir private Path folder;
  private Path secrets;

  @BeforeAll
  static void onlyErrorsOfKafka() {
    KAFKA.setLevel(Level.SEVERE);
  }

  @BeforeEach
  void passwords() throws IOException {
    secrets = Files.createDirectory(folder.resolve("secrets"));
    for (String role : new String[] {"postgres", "ingest", "moderation", "notifier"}) {
      Files.writeString(secrets.resolve("database-" + role), "password-of-" + role + "\n");
    }
  }

  /** A server that has roles already, with other passwords than the files say. */
  private EmbeddedDatabase server() {
    return EmbeddedDatabase.start(
        folder.resolve("database"),
        FreePorts.one(),
        DatabasePasswords.from(
            name -> name.equals("postgres") ? "password-of-postgres" : "an older one"));
  }

  private static String address(EmbeddedDatabase server) {
    return server.jdbcUrl().replaceAll("jdbc:postgresql://|/hallmonitor", "");
  }

  private record Ended(int status, String said) {}

  private Ended prepare(String... options) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        Tool.run(new PrepareCommand(), System.out, new PrintStream(errors, true, UTF_8), options);
    return new Ended(status, errors.toString(UTF_8));
  }

  @Test
  void everyServiceSignsInWithThePasswordOfItsFileAndOwnsItsSchema() throws SQLException {
    try (EmbeddedDatabase server = server()) {
      Ended ended = prepare("--database=" + address(server), "--secrets=" + secrets);

      assertThat(ended).isEqualTo(new Ended(0, ""));
      for (DatabaseRole role : DatabaseRole.values()) {
        assertThat(schemaOf(server, role)).isEqualTo(role.sqlName());
      }
    }
  }

  private static String schemaOf(EmbeddedDatabase server, DatabaseRole role) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), role.sqlName(), "password-of-" + role.sqlName());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_schema()")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void aBrokerGetsItsTopicsOnceAndASecondRunHasNothingToDo() {
    try (EmbeddedKafka broker =
        EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one())) {
      String kafka = "--kafka=" + broker.bootstrapServers();

      assertThat(prepare(kafka)).isEqualTo(new Ended(0, ""));
      assertThat(prepare(kafka)).isEqualTo(new Ended(0, ""));
      assertThat(prepare(kafka, "--copies=3").status())
          .as("what is there already stays, whatever is asked now")
          .isZero();
    }
  }

  @Test
  void aBrokerThatWantsASignInGetsItsTopicsFromItsOwner() throws IOException {
    BrokerAccess access = BrokerAccess.by(BrokerPasswords.random());
    try (EmbeddedKafka broker =
        EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one(), access)) {
      Properties owner = new Properties();
      owner.putAll(access.owner(broker.bootstrapServers()));
      Path settings = folder.resolve("owner.properties");
      try (Writer file = Files.newBufferedWriter(settings)) {
        owner.store(file, null);
      }

      assertThat(prepare("--kafka=" + broker.bootstrapServers(), "--kafka-settings=" + settings))
          .isEqualTo(new Ended(0, ""));
    }
  }

  @Test
  void aFileOfSettingsThatIsNotThereIsNamed() {
    Path missing = folder.resolve("owner.properties");

    assertThat(prepare("--kafka=127.0.0.1:1", "--kafka-settings=" + missing))
        .isEqualTo(
            new Ended(
                2,
                "There is no %s: --kafka-settings names a properties file.%n".formatted(missing)));
  }

  @Test
  void aBrokerWithoutAnAuthorizerGivesNoRights() {
    try (EmbeddedKafka broker =
        EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), FreePorts.one())) {
      assertThat(prepare("--kafka=" + broker.bootstrapServers(), "--rights=passwords"))
          .satisfies(ended -> assertThat(ended.said()).contains("No Authorizer is configured"))
          .extracting(Ended::status)
          .isEqualTo(2);
    }
  }

  @Test
  void aPasswordThatIsMissingIsNamedWithHowToMakeIt() throws IOException {
    Files.delete(secrets.resolve("database-notifier"));

    assertThat(prepare("--database=127.0.0.1:1", "--secrets=" + secrets))
        .isEqualTo(
            new Ended(
                2,
                "There is no %1$s. deploy/new-installation makes all of them, or write one: openssl rand -hex 24 > %1$s%n"
                    .formatted(secrets.resolve("database-notifier"))));
  }

  @Test
  void aServerThatKnowsAnotherPasswordOfItsOwnerIsNotTouched() throws IOException {
    Files.writeString(secrets.resolve("database-postgres"), "wrong");
    try (EmbeddedDatabase server = server()) {
      assertThat(prepare("--database=" + address(server), "--secrets=" + secrets))
          .satisfies(
              ended ->
                  assertThat(ended.said())
                      .contains("refuses the user postgres")
                      .endsWith(
                          "Put the password that the server was made with into %s.%n"
                              .formatted(secrets.resolve("database-postgres"))))
          .extracting(Ended::status)
          .isEqualTo(2);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsWaitedForOnlyAsLongAsAsked() {
    assertThat(prepare("--database=127.0.0.1:1", "--secrets=" + secrets, "--patience=0"))
        .isEqualTo(
            new Ended(
                2,
                "No PostgreSQL takes connections at 127.0.0.1:1 within 0 s. Does it run, and may this machine reach it?%n"
                    .formatted()));
  }

  @Test
  void aDistrictThatIsNoNameIsRefusedBeforeAnythingIsMade() {
    assertThat(prepare("--database=127.0.0.1:1", "--secrets=" + secrets, "--district=Oak Creek"))
        .isEqualTo(
            new Ended(
                2,
                "--district takes 1 to 20 small letters and digits, a letter first, such as maple.%n"
                    .formatted()));
  }

  @Test
  void nothingToPrepareIsAMistake() {
    assertThat(prepare())
        .isEqualTo(
            new Ended(
                2,
                "Say what to prepare: --database HOST:PORT, --kafka HOST:PORT or both.%n"
                    .formatted()));
  }
}

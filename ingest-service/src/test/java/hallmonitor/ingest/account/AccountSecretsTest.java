package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSecretsTest {
  private static final Destination BLOG = destination("wordpress", "https://blog.example/en");

  @TempDir Path folder;
  private Path accounts;

  @BeforeEach
  void prepare() throws IOException {
    accounts = Files.createDirectory(folder.resolve("accounts"));
  }

  private static Destination destination(String platform, String site) {
    return Destination.of(platform, URI.create(site));
  }

  private AccountSecrets secrets(Map<String, String> environment) {
    return new AccountSecrets(folder, environment::get);
  }

  @Test
  void theEnvironmentGoesBeforeTheFolder() throws IOException {
    Files.writeString(accounts.resolve("school-blog"), "from the folder\n");
    assertThat(secrets(Map.of()).credential("school-blog")).contains("from the folder");
    assertThat(
            secrets(Map.of("HALLMONITOR_CREDENTIAL_SCHOOL_BLOG", "set")).credential("school-blog"))
        .contains("set");
  }

  @Test
  void anEmptyOrMissingCredentialIsNoneAndSaysWhatToDo() throws IOException {
    Files.writeString(accounts.resolve("empty"), " \n");
    AccountSecrets secrets = secrets(Map.of());
    assertThat(secrets.credential("empty")).isEmpty();
    assertThat(secrets.credential("missing")).isEmpty();
    assertThat(secrets.howToProvide("missing"))
        .contains("HALLMONITOR_CREDENTIAL_MISSING")
        .contains(accounts.resolve("missing").toString());
  }

  @Test
  void aCredentialCannotBeAnySecret() throws IOException {
    Files.writeString(folder.resolve("evidence-signing-key"), "of the records");
    AccountSecrets secrets = secrets(Map.of("HALLMONITOR_SECRET_ANSWER_LINK_KEY", "of the mails"));
    assertThat(secrets.find("evidence-signing-key")).contains("of the records");
    assertThat(secrets.credential("evidence-signing-key")).isEmpty();
    assertThat(secrets.credential("answer-link-key")).isEmpty();
    assertThat(secrets.credential("../evidence-signing-key")).isEmpty();
    assertThat(secrets.credential("/etc/hostname")).isEmpty();
  }

  @Test
  void aCredentialStaysWithThePlatformAndTheAddressThatFirstUsedIt() throws IOException {
    CredentialDestinations before = destinations();
    String name = "blog-" + UUID.randomUUID();
    assertThat(to(BLOG, before).credential(name)).as("none yet, so it belongs to nobody").isEmpty();
    Files.writeString(accounts.resolve(name), "user:password");
    assertThat(to(BLOG, before).credential(name)).contains("user:password");

    CredentialDestinations afterARestart = destinations();
    for (String[] other :
        new String[][] {
          {"wordpress", "https://evil.example/en"},
          {"wordpress", "https://blog.example:8443/en"},
          {"wordpress", "http://127.0.0.1:8080"},
          {"mediawiki", "https://blog.example/en"},
        }) {
      AccountSecrets elsewhere = to(destination(other[0], other[1]), afterARestart);
      assertThat(elsewhere.credential(name)).as(other[1]).isEmpty();
      assertThat(elsewhere.howToProvide(name))
          .contains("belongs to https://blog.example (wordpress) and is not sent to")
          .contains("under another name")
          .doesNotContain("password");
    }
    assertThat(to(BLOG, afterARestart).credential(name)).contains("user:password");
    assertThat(
            to(destination("wordpress", "https://Blog.Example/en"), afterARestart).credential(name))
        .as("the same host")
        .contains("user:password");
    assertThat(
            to(destination("wordpress", "https://blog.example/es"), afterARestart).credential(name))
        .as("another page of that site")
        .contains("user:password");
  }

  @Test
  void aLocalRunMayChooseAnotherPort() throws IOException {
    String name = "practice-" + UUID.randomUUID();
    Files.writeString(accounts.resolve(name), "user:password");
    for (String site : new String[] {"http://127.0.0.1:8090", "http://localhost:9090"}) {
      assertThat(to(destination("wordpress", site), destinations()).credential(name)).isPresent();
    }
  }

  private AccountSecrets to(Destination there, CredentialDestinations destinations) {
    return secrets(Map.of()).sentTo(there, destinations, credentials());
  }

  private SealedCredentials credentials() {
    AccountSecrets keys = secrets(Map.of());
    return new SealedCredentials(database(), () -> keys.find(SealedCredentials.KEY));
  }

  private void keys(String... lines) throws IOException {
    Files.writeString(folder.resolve(SealedCredentials.KEY), String.join("\n", lines));
  }

  @Test
  void aSealedCredentialOpensForItsPlaceAndNoOther() throws IOException {
    String name = "sealed-" + UUID.randomUUID();
    keys("a key of the secrets folder");
    credentials().store(name, BLOG, "user:password");
    assertThat(to(BLOG, destinations()).credential(name)).contains("user:password");
    Destination evil = destination("wordpress", "https://evil.example");
    assertThat(to(evil, destinations()).credential(name)).isEmpty();
    assertThat(to(evil, destinations()).howToProvide(name)).contains("belongs to");

    database()
        .useHandle(
            h -> {
              h.execute(
                  "update credential_destination set origin = 'https://evil.example' where credential = ?",
                  name);
              h.execute(
                  "update sealed_credential set origin = 'https://evil.example' where name = ?",
                  name);
            });
    assertThat(to(evil, destinations()).credential(name))
        .as("write access to the database does not move it")
        .isEmpty();
  }

  @Test
  void aSealedCredentialIsOfNoUseInAnotherRowAndIsNotInTheDatabaseInClear() throws IOException {
    String name = "sealed-" + UUID.randomUUID();
    String other = "sealed-" + UUID.randomUUID();
    keys("a key of the secrets folder");
    credentials().store(name, BLOG, "user:password");
    database()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into sealed_credential
                    select ?, platform, origin, sealed, stored_at from sealed_credential where name = ?
                    """,
                    other,
                    name));
    assertThat(to(BLOG, destinations()).credential(other)).isEmpty();
    assertThat(to(BLOG, destinations()).howToProvide(other))
        .contains("no key", "deploy/credential store");
    byte[] sealed =
        database()
            .withHandle(
                h ->
                    h.select("select sealed from sealed_credential where name = ?", name)
                        .mapTo(byte[].class)
                        .one());
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("password");
  }

  @Test
  void aNewKeyTakesOverWhileTheOldOneStillOpens() throws IOException {
    String name = "sealed-" + UUID.randomUUID();
    keys("old key");
    credentials().store(name, BLOG, "user:password");
    keys("new key", "old key");
    assertThat(to(BLOG, destinations()).credential(name)).contains("user:password");
    assertThat(credentials().rotate()).doesNotContain(name);
    keys("new key");
    assertThat(to(BLOG, destinations()).credential(name)).contains("user:password");
    keys("old key");
    assertThat(to(BLOG, destinations()).credential(name)).isEmpty();
    assertThat(credentials().rotate()).contains(name);
    keys("new key");
    assertThat(to(BLOG, destinations()).credential(name)).as("it was left alone").isPresent();
  }

  private static CredentialDestinations destinations() {
    return new CredentialDestinations(database());
  }

  private static Jdbi database() {
    var source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure().dataSource(source).defaultSchema("notifier").load().migrate();
    return Database.of(source);
  }
}

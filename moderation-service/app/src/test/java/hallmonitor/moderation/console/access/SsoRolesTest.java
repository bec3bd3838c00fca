package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.JvmFolder;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ConsoleTest
@TestProfile(SignOnDistrict.Alone.class)
class SsoRolesTest {
  private static final Path SECRET = JvmFolder.of("secrets/sso-client-secret");

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.console.sso.issuer")
  URI issuer;

  private Seed seed;
  private OidcProvider provider;

  @BeforeEach
  void start() throws Exception {
    seed = new Seed(database);
    seed.nothing();
    Files.createDirectories(SECRET.getParent());
    Files.writeString(SECRET, OidcProvider.SECRET);
    provider = new OidcProvider(issuer);
  }

  @AfterEach
  void stop() throws Exception {
    provider.close();
    Files.deleteIfExists(SECRET);
  }

  @Test
  void whoHasARoleAtTheProviderIsAddedWithItAndWithNoMore() {
    ConsoleBrowser browser = new ConsoleBrowser();
    assertThat(signIn(browser, "HallMonitor.Moderator", "Staff").statusCode()).isEqualTo(200);

    assertThat(browser.get("/queue").asString()).contains("Inés &lt;b&gt;López");
    assertThat(browser.get("/people").statusCode()).isEqualTo(403);
    assertThat(roles()).containsExactly("lopez moderator");
  }

  @Test
  void aNameThatIsTakenStaysWhoseItIs() {
    seed.person("lopez", "administrator", false);
    ConsoleBrowser browser = new ConsoleBrowser();

    signIn(browser, "HallMonitor.Moderator");

    assertThat(browser.get("/people").statusCode()).isEqualTo(403);
    assertThat(roles()).containsExactly("lopez administrator", "lopez-2 moderator");
  }

  @Test
  void theRoleFollowsTheProviderAtTheNextSignIn() {
    seed.person("novak", "administrator", false);
    ConsoleBrowser browser = new ConsoleBrowser();
    signIn(browser, "HallMonitor.Administrator");
    assertThat(browser.get("/people").statusCode()).isEqualTo(200);

    ConsoleBrowser next = new ConsoleBrowser();
    signIn(next, "HallMonitor.Moderator");

    assertThat(browser.get("/people").header("Location")).endsWith("/sign-in");
    assertThat(next.get("/people").statusCode()).isEqualTo(403);
    assertThat(roles()).containsExactly("lopez moderator", "novak administrator");
  }

  @Test
  void theLastAdministratorStaysOneWhateverTheProviderSays() {
    ConsoleBrowser browser = new ConsoleBrowser();
    signIn(browser, "HallMonitor.Administrator");
    signIn(new ConsoleBrowser(), "HallMonitor.Moderator");
    assertThat(browser.get("/people").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutARoleOrWithSeveralNobodyComesIn() {
    assertThat(signIn(new ConsoleBrowser(), "administrator", "Domain Admins").asString())
        .contains("has no role");
    assertThat(
            signIn(new ConsoleBrowser(), "HallMonitor.Moderator", "HallMonitor.Administrator")
                .asString())
        .contains("several roles");
    assertThat(roles()).isEmpty();
  }

  @Test
  void whoseAccessWasRemovedStaysOut() {
    signIn(new ConsoleBrowser(), "HallMonitor.Moderator");
    database.write(h -> h.execute("update console_user set locked_until = 'infinity'"));

    assertThat(signIn(new ConsoleBrowser(), "HallMonitor.Moderator").asString())
        .contains("Your access to the console was removed");
    assertThat(roles()).hasSize(1);
  }

  private ConsoleResponse signIn(ConsoleBrowser browser, String... roles) {
    provider.knows(
        Map.of(
            "sub", "7003",
            "email", "Lopez@maple.example",
            "email_verified", true,
            "name", "Inés <b>López",
            "roles", List.of(roles)));
    return SsoBrowser.signIn(browser);
  }

  private List<String> roles() {
    return database.read(
        h ->
            h.select("select user_name || ' ' || role from console_user order by user_name")
                .mapTo(String.class)
                .list());
  }
}

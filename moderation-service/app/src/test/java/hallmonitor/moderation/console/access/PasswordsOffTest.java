package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
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
import org.junit.jupiter.api.Test;

@ConsoleTest
@TestProfile(SignOnDistrict.Alone.class)
class PasswordsOffTest {
  private static final Path SECRET = JvmFolder.of("secrets/sso-client-secret");

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.console.sso.issuer")
  URI issuer;

  @Test
  void onlyTheFirstAdministratorsPasswordOpensAndOnlyUntilSingleSignOnIsShownToWork()
      throws Exception {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("admin", "administrator", false);
    database.write(h -> h.execute("update console_user set first_administrator = true"));
    seed.person("novak", "moderator", false);
    assertThat(new ConsoleBrowser().signIn("novak", Seed.PASSWORD).header("Location"))
        .endsWith("failed=yes");
    ConsoleBrowser admin = ConsoleBrowser.signedIn("admin");
    assertThat(admin.get("/people").statusCode()).isEqualTo(200);
    assertThat(
            admin
                .post("/people/admin/sign-in/email", Map.of("email", "admin@maple.example"))
                .statusCode())
        .isEqualTo(200);
    Files.createDirectories(SECRET.getParent());
    Files.writeString(SECRET, OidcProvider.SECRET);
    try (OidcProvider provider = new OidcProvider(issuer)) {
      provider.knows(
          Map.of(
              "sub",
              "1",
              "email",
              "admin@maple.example",
              "email_verified",
              true,
              "roles",
              List.of("HallMonitor.Administrator")));

      assertThat(SsoBrowser.signIn(new ConsoleBrowser()).statusCode()).isEqualTo(200);

      assertThat(new ConsoleBrowser().signIn("admin", Seed.PASSWORD).header("Location"))
          .endsWith("failed=yes");
      assertThat(new ConsoleBrowser().get("/sign-in").asString())
          .contains("/sign-in/sso")
          .doesNotContain("Email or user name");
    } finally {
      Files.deleteIfExists(SECRET);
    }
  }
}

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
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person reads when single sign-on fails. */
@ConsoleTest
@TestProfile(SignOnDistrict.class)
class SsoTroubleTest {
  private static final Path SECRET = JvmFolder.of("secrets/sso-client-secret");

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.console.sso.issuer")
  URI issuer;

  private OidcProvider provider;

  @BeforeEach
  void start() throws Exception {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    database.write(h -> h.execute("update console_user set email = 'p.novak@maple.example'"));
    Files.createDirectories(SECRET.getParent());
    Files.writeString(SECRET, OidcProvider.SECRET + "\n");
    provider = new OidcProvider(issuer);
    provider.knows(Map.of("sub", "7001", "email", "P.Novak@maple.example", "email_verified", true));
  }

  @AfterEach
  void stop() throws Exception {
    provider.close();
    Files.deleteIfExists(SECRET);
  }

  @Test
  void somebodyWhoSaysNoAtTheProviderIsToldSo() {
    ConsoleBrowser browser = new ConsoleBrowser();
    String state = SsoBrowser.wayBack(browser).replaceAll(".*state=", "");

    ConsoleResponse answer = browser.get("/sign-in/sso/return?error=access_denied&state=" + state);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains("did not finish signing in");
  }

  @Test
  void anAnswerWithAnEmptyCodeIsRefusedInWords() {
    ConsoleBrowser browser = new ConsoleBrowser();
    String back = SsoBrowser.wayBack(browser).replaceAll("code=[^&]+", "code=");

    ConsoleResponse answer = browser.get(back);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains("did not finish signing in");
  }

  @Test
  void withoutTheSecretItSaysSoAndWithItTheNextAttemptOpens() throws Exception {
    Files.delete(SECRET);
    refused("Single sign-on is not fully set up. Tell the");

    Files.writeString(SECRET, OidcProvider.SECRET);

    assertThat(SsoBrowser.signIn(new ConsoleBrowser()).statusCode()).isEqualTo(200);
  }

  @Test
  void aProviderThatBreaksOffIsToldInWordsAndPasswordsStillOpen() {
    provider.answers("/token", exchange -> exchange.close());
    refused("The sign-in service is not responding as expected.");

    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongClientSecretIsToldInWordsAndPasswordsStillOpen() throws Exception {
    Files.writeString(SECRET, "another secret");

    refused("The sign-in service is not responding as expected.");

    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode()).isEqualTo(200);
  }

  private void refused(String words) {
    ConsoleBrowser browser = new ConsoleBrowser();
    ConsoleResponse answer = SsoBrowser.signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains(words);
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
  }
}

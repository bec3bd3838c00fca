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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the provider says about how and when a person signed in there. */
@ConsoleTest
@TestProfile(SignOnDistrict.Strict.class)
class SsoStrengthTest {
  private static final Path SECRET = JvmFolder.of("secrets/sso-client-secret");
  private static final Map<String, Object> TWO_FACTORS = Map.of("amr", List.of("pwd", "mfa"));

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.console.sso.issuer")
  URI issuer;

  private OidcProvider provider;

  @BeforeEach
  void start() throws Exception {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("brandt", "administrator", false);
    seed.person("novak", "moderator", false);
    database.write(h -> h.execute("update console_user set email = user_name || '@maple.example'"));
    Files.createDirectories(SECRET.getParent());
    Files.writeString(SECRET, OidcProvider.SECRET);
    provider = new OidcProvider(issuer);
  }

  @AfterEach
  void stop() throws Exception {
    provider.close();
    Files.deleteIfExists(SECRET);
  }

  private ConsoleResponse signIn(String person, Instant at, Map<String, Object> claims) {
    Map<String, Object> account = new LinkedHashMap<>(claims);
    account.put("sub", person);
    account.put("email", person + "@maple.example");
    account.put("email_verified", true);
    account.put("auth_time", at.getEpochSecond());
    provider.knows(account);
    return SsoBrowser.signIn(new ConsoleBrowser());
  }

  @Test
  void anAdministratorNeedsASecondFactorAtTheProvider() {
    ConsoleResponse refused = signIn("brandt", Instant.now(), Map.of("amr", List.of("pwd")));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.asString()).contains("signed in to without one");
    assertThat(signIn("brandt", Instant.now(), Map.of()).statusCode()).isEqualTo(403);

    assertThat(signIn("brandt", Instant.now(), TWO_FACTORS).statusCode()).isEqualTo(200);
    assertThat(signIn("brandt", Instant.now(), Map.of("acr", "urn:maple:two-steps")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoNeedsNoneHereNeedsNoneThere() {
    assertThat(signIn("novak", Instant.now(), Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void aSignInThatIsTooOldThereIsNoneHere() {
    Instant early = Instant.now().minus(Duration.ofHours(7));
    assertThat(signIn("novak", early, Map.of()).statusCode()).isEqualTo(200);

    ConsoleResponse refused = signIn("novak", early.minus(Duration.ofHours(2)), Map.of());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.asString()).contains("too long ago");
  }

  @Test
  void aProviderThatDoesNotSayWhenIsNotBelieved() {
    provider.failsBy(claims -> claims.remove("auth_time"));

    assertThat(signIn("novak", Instant.now(), Map.of()).asString()).contains("too long ago");
  }

  @Test
  void theProviderIsAskedForTheAge() {
    assertThat(new ConsoleBrowser().get("/sign-in/sso").header("Location"))
        .contains("max_age=28800");
  }
}

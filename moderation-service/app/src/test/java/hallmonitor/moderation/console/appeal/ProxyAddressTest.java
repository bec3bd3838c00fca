package hallmonitor.moderation.console.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which address counts if the service trusts the reverse proxy on its own machine. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ProxyAddressTest {
  private static final String NOBODYS = ShortCode.of(123_456_789).toString();
  private static final List<String> HOSTILE =
      List.of("[", "]:", "::", "1.2.3.4:99999", "1.2.3.999", "x".repeat(4_000), "1.1.1.1,,");

  private static final int LOOKS_AN_HOUR = 30;
  private static final int WRONG_PASSWORDS = 5;

  @Inject ConsoleDatabase database;
  @Inject AppealSeal seal;

  @BeforeEach
  void start() {
    new Seed(database).nothing();
    new ObjectionSeed(database).nobodyTried();
  }

  private static String signedIn(String password, String forwardedFor) {
    return new ConsoleBrowser()
        .signIn("novak", password, "X-Forwarded-For", forwardedFor)
        .header("Location");
  }

  private int looks(String forwardedFor) {
    return new ConsoleBrowser()
        .postWithoutToken(
            "/appeal/state",
            Map.of(
                "form", seal.form(Instant.now()),
                "reference", NOBODYS,
                "code", NOBODYS),
            "X-Forwarded-For",
            forwardedFor)
        .statusCode();
  }

  @Test
  void theAddressThatTheProxySawCountsAndNotWhatTheClientWroteBeforeIt() {
    for (int i = 0; i < LOOKS_AN_HOUR; i++) {
      assertThat(looks("1.1.1." + i + ", 198.51.100.7")).isEqualTo(200);
    }

    assertThat(looks("9.9.9.9, 198.51.100.7")).isEqualTo(429);
    assertThat(looks("1.1.1.1, 198.51.100.8")).isEqualTo(200);
  }

  @Test
  void aSignInIsCountedForThatAddressToo() {
    new Seed(database).person("novak", "moderator", false);
    for (int i = 0; i < WRONG_PASSWORDS; i++) {
      assertThat(signedIn("wrong", "1.1.1." + i + ", 198.51.100.7")).endsWith("failed=yes");
    }

    assertThat(signedIn(Seed.PASSWORD, "9.9.9.9, 198.51.100.7")).endsWith("failed=yes");
    assertThat(signedIn(Seed.PASSWORD, "1.1.1.1, 198.51.100.8")).endsWith("/");
    assertThat(
            database.<List<String>>read(
                h ->
                    h.select("select detail from audit where act = 'sign-in-refused'")
                        .mapTo(String.class)
                        .list()))
        .isNotEmpty()
        .allMatch("network 198.51.100.7."::equals);
  }

  /** Some proxies write the port, which is another one for each connection. */
  @Test
  void aPortIsNoPartOfTheAddress() {
    for (int i = 0; i < LOOKS_AN_HOUR; i++) {
      assertThat(looks("198.51.100.9:" + (4711 + i))).isEqualTo(200);
    }

    assertThat(looks("198.51.100.9:80")).isEqualTo(429);
    assertThat(looks("198.51.100.9")).isEqualTo(429);
    assertThat(looks("198.51.100.10:80")).isEqualTo(200);
  }

  /** One that starts with an empty address gets none; the limits in the documents say so. */
  @Test
  void whatIsNoAddressGetsAnAnswer() {
    for (String forwardedFor : HOSTILE) {
      ConsoleResponse page = new ConsoleBrowser().get("/appeal", "X-Forwarded-For", forwardedFor);
      assertThat(page.statusCode()).as(forwardedFor).isEqualTo(200);
    }
  }

  @Test
  void anAddressThatCannotBeReadIsTheProxys() {
    new Seed(database).person("novak", "moderator", false);
    for (String forwardedFor : List.of("unknown", "_hidden, 198.51.100.x", "1.1.1.1:x")) {
      assertThat(signedIn(Seed.PASSWORD, forwardedFor)).as(forwardedFor).endsWith("/");
    }
  }
}

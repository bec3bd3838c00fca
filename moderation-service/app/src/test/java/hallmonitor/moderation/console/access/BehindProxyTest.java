package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.JvmFolder;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console of a district: reached by https through a proxy, from many networks. */
@ConsoleTest
@TestProfile(BehindProxyTest.District.class)
class BehindProxyTest {
  public static class District implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "hallmonitor.console.url", "https://moderation.example.org",
          "hallmonitor.console.sign-ins-a-minute", "30",
          "hallmonitor.console.https-for-subdomains", "true",
          "hallmonitor.console.first-administrator", "maple.lead",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1/128");
    }
  }

  private static final String FROM = "X-Forwarded-For";

  @Inject ConsoleDatabase database;
  @Inject FirstSignIn firstSignIn;
  @Inject SignInThrottle throttle;

  private Seed seed;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
  }

  @Test
  void theSessionIsForHttpsAndForThisHostOnlyWhateverTheProxySays() {
    for (String scheme : List.of("http", "https")) {
      ConsoleResponse in =
          new ConsoleBrowser()
              .signIn("novak", Seed.PASSWORD, "X-Forwarded-Proto", scheme, FROM, "192.0.2.1");

      assertThat(in.setCookie("__Host-hallmonitor-session"))
          .as(scheme)
          .contains("Secure", "HTTPOnly", "SameSite=Strict", "Path=/");
      assertThat(in.setCookie("hallmonitor-device")).as(scheme).contains("Secure", "HTTPOnly");
      assertThat(in.header("Strict-Transport-Security"))
          .as(scheme)
          .isEqualTo("max-age=31536000; includeSubDomains");
    }
  }

  @Test
  void theCookieThatGuardsFormsIsForHttpsToo() {
    assertThat(new ConsoleBrowser().get("/sign-in").setCookie("hallmonitor-form"))
        .contains("Secure");
  }

  @Test
  void theChallengeOfAPasskeyIsForHttpsAndForThisHostOnly() {
    ConsoleResponse asked =
        new ConsoleBrowser().post("/sign-in/passkey/challenge", Map.of("x", "x"));

    assertThat(asked.asString()).contains("\"rpId\":\"moderation.example.org\"");
    assertThat(asked.setCookie("__Host-hallmonitor-passkey"))
        .contains("Secure", "HTTPOnly", "Path=/");
  }

  @Test
  void theChallengeOfAPasskeyEndsWithItsCookie() {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.post("/sign-in/passkey/challenge", Map.of("x", "x"));

    ConsoleResponse answered = browser.post("/sign-in/passkey", Map.of("credential", "{}"));

    assertThat(answered.setCookie("__Host-hallmonitor-passkey"))
        .contains("Max-Age=0", "Secure", "Path=/");
  }

  @Test
  void aSessionOpensPagesAndEndsWithItsCookie() {
    ConsoleBrowser novak = signedIn("192.0.2.20");
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);

    assertThat(novak.post("/sign-out", Map.of("x", "x")).setCookie("__Host-hallmonitor-session"))
        .contains("Max-Age=0", "Secure", "Path=/");
    assertThat(novak.get("/queue").header("Location")).endsWith("/sign-in");
  }

  @Test
  void strangersPauseAPersonInTheirOwnNetworkOnly() {
    for (int i = 0; i < 5; i++) {
      assertThat(isLetIn(new ConsoleBrowser(), "wrong", "192.0.2.30")).isFalse();
    }

    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "192.0.2.30"))
        .as("right, but paused")
        .isFalse();
    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "192.0.2.31")).isTrue();
  }

  @Test
  void oneNetworkNeverKeepsAPersonOutElsewhereHoweverLongItGoesOn() {
    for (int i = 0; i < 110; i++) {
      assertThat(throttle.mayTryPassword("novak", AttemptSource.network("192.0.2.35"))).isTrue();
      passes("16 minutes");
    }

    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "192.0.2.36")).isTrue();
    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "192.0.2.37")).isTrue();
  }

  private void passes(String time) {
    database.write(
        h ->
            h.execute(
                """
                update sign_in_try set last_at = last_at - t, began_at = began_at - t,
                  paused_until = paused_until - t
                from (select ?::interval as t) passing
                """,
                time));
  }

  @Test
  void theHourOfAllStrangersDoesNotEndAPause() {
    for (int i = 0; i < 100; i++) {
      isLetIn(new ConsoleBrowser(), "wrong", "198.51.100." + i);
    }
    database.write(h -> h.execute("update sign_in_try set began_at = began_at - interval '2h'"));

    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "203.0.113.1")).isFalse();
    passes("1 minute");
    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "203.0.113.1")).isTrue();
  }

  @Test
  void aDeviceThatThePersonSignedInOnPassesWhatStrangersCaused() {
    ConsoleBrowser device = signedIn("192.0.2.40");
    device.post("/sign-out", Map.of("x", "x"));
    for (int i = 0; i < 110; i++) {
      isLetIn(new ConsoleBrowser(), "wrong", "198.51.100." + i);
    }

    assertThat(isLetIn(new ConsoleBrowser(), Seed.PASSWORD, "203.0.113.1"))
        .as("a new device, while strangers from everywhere guess")
        .isFalse();
    assertThat(isLetIn(device, Seed.PASSWORD, "203.0.113.2")).isTrue();
    assertThat(administrator("203.0.113.3").get("/people").asString())
        .contains("Paused on new devices after failed sign-ins");
  }

  @Test
  void aDeviceIsKnownForThePersonOnlyWhoSignedInOnIt() {
    seed.person("lopez", "moderator", false);
    ConsoleBrowser device = signedIn("192.0.2.50");
    for (int i = 0; i < 5; i++) {
      device.signIn("lopez", "wrong", FROM, "192.0.2.51");
    }

    assertThat(device.signIn("lopez", Seed.PASSWORD, FROM, "192.0.2.51").header("Location"))
        .endsWith("failed=yes");
  }

  @Test
  void aStolenDeviceIsPausedLikeAnyOther() {
    ConsoleBrowser device = signedIn("192.0.2.60");
    for (int i = 0; i < 5; i++) {
      isLetIn(device, "wrong", "192.0.2.60");
    }

    assertThat(isLetIn(device, Seed.PASSWORD, "192.0.2.60")).isFalse();
  }

  @Test
  void aNetworkHasThirtyAttemptsAMinuteAndAnIpv6NetworkIsOneHousehold() {
    // On a slow machine attempts become due again meanwhile.
    int allowed = 0;
    ConsoleResponse often = attempt("2001:db8:0:7:ffff::1");
    while (often.statusCode() == 303 && allowed < 500) {
      allowed++;
      often = attempt("2001:db8:0:7::" + allowed);
    }

    assertThat(allowed).isGreaterThanOrEqualTo(30);
    assertThat(often.statusCode()).isEqualTo(429);
    assertThat(often.header("Retry-After")).matches("[12]");
    assertThat(often.asString())
        .contains("Too many attempts from your network. Wait a minute, and try again.");
    assertThat(attempt("2001:db8:0:8::1").statusCode()).isEqualTo(303);
  }

  @Test
  void anAdministratorSetsUpACodeBeforeAnythingElse() {
    ConsoleBrowser brandt = administrator("192.0.2.70");

    assertThat(brandt.get("/people").statusCode()).isEqualTo(200);
    assertThat(signedIn("192.0.2.71").get("/queue").statusCode()).isEqualTo(200);
  }

  private ConsoleBrowser administrator(String from) {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser brandt = new ConsoleBrowser();
    brandt.signIn("brandt", Seed.PASSWORD, FROM, from);
    assertThat(brandt.get("/queue").header("Location")).endsWith("/security");
    SecondStep.setUp(brandt);
    return brandt;
  }

  @Test
  void theFirstAdministratorHasTheNameThatWasChosen() throws Exception {
    seed.nothing();
    firstSignIn.makeAdministratorIfThereIsNobody();

    assertThat(Files.readString(JvmFolder.of("secrets/first-sign-in"))).startsWith("maple.lead ");
  }

  private static ConsoleResponse attempt(String from) {
    return new ConsoleBrowser().signIn("nobody", "wrong", FROM, from);
  }

  private static ConsoleBrowser signedIn(String from) {
    ConsoleBrowser browser = new ConsoleBrowser();
    assertThat(isLetIn(browser, Seed.PASSWORD, from)).isTrue();
    return browser;
  }

  private static boolean isLetIn(ConsoleBrowser browser, String password, String from) {
    String there = browser.signIn("novak", password, FROM, from).header("Location");
    assertThat(there).isNotNull();
    return !there.endsWith("failed=yes");
  }
}

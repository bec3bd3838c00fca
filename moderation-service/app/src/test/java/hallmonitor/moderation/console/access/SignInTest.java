package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ConsoleTest
class SignInTest {
  @Inject ConsoleDatabase database;

  private Seed seed;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
  }

  @Test
  void aFirstPasswordOpensNothingButThePageThatChangesIt() {
    seed.person("novak", "moderator", true);
    ConsoleBrowser browser = new ConsoleBrowser();

    assertThat(browser.signIn("novak", Seed.PASSWORD).header("Location")).endsWith("/");
    assertThat(browser.get("/queue").header("Location")).endsWith("/password");
    assertThat(browser.part("/queue/counts").statusCode()).isEqualTo(303);
    assertThat(browser.get("/password").asString()).contains("Choose your own password");

    ConsoleResponse tooShort = change(browser, Seed.PASSWORD, "short-one");
    assertThat(tooShort.statusCode()).isEqualTo(422);
    assertThat(tooShort.asString()).contains("at least 12 characters");
    assertThat(change(browser, Seed.PASSWORD, Seed.PASSWORD).asString())
        .contains("The new password is the same as the old one. Choose another.");
    assertThat(change(browser, "not-the-password", "copper-lantern-42").asString())
        .contains("After several failed attempts, wait a few minutes.");

    assertThat(change(browser, Seed.PASSWORD, "copper-lantern-42").header("Location"))
        .endsWith("/sign-in?changed=yes");
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
    browser.signIn("novak", "copper-lantern-42");
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionEndsEverywhereWhenThePasswordChanges() {
    seed.person("novak", "moderator", false);
    ConsoleBrowser here = ConsoleBrowser.signedIn("novak");
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("novak");
    assertThat(elsewhere.get("/queue").statusCode()).isEqualTo(200);

    change(here, Seed.PASSWORD, "copper-lantern-42");

    assertThat(elsewhere.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(elsewhere.get("/sign-in").statusCode()).isEqualTo(200);
  }

  @Test
  void aNetworkIsPausedForANameAfterFiveFailuresAndTheAnswerStaysTheSame() {
    seed.person("novak", "moderator", false);
    ConsoleBrowser browser = new ConsoleBrowser();
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn("novak", "wrong").header("Location"))
          .endsWith("/sign-in?failed=yes");
    }

    assertThat(browser.signIn("novak", Seed.PASSWORD).header("Location"))
        .as("right, but paused")
        .endsWith("/sign-in?failed=yes");
    assertThat(browser.signIn("nobody", "wrong").header("Location"))
        .endsWith("/sign-in?failed=yes");
    assertThat(browser.signIn("\0'; drop table", "wrong").header("Location"))
        .endsWith("/sign-in?failed=yes");

    database.write(
        h -> h.execute("update sign_in_try set paused_until = now() - interval '1 second'"));
    assertThat(browser.signIn("novak", Seed.PASSWORD).header("Location")).endsWith("/");
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void signingInLeadsBackToThePageThatWasAskedForButNeverToAPartOfOne() {
    seed.person("novak", "moderator", false);
    ConsoleBrowser asked = new ConsoleBrowser();
    asked.get("/policy");
    assertThat(asked.signIn("novak", Seed.PASSWORD).header("Location")).endsWith("/policy");

    ConsoleBrowser part = new ConsoleBrowser();
    part.part("/queue/counts");
    assertThat(part.signIn("novak", Seed.PASSWORD).header("Location")).endsWith("/");
  }

  @Test
  void signingOutNeedsTheFormAndClosesEverything() {
    seed.person("novak", "moderator", false);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");

    assertThat(browser.postWithoutToken("/sign-out", Map.of()).statusCode()).isEqualTo(400);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);

    browser.post("/sign-out", Map.of("x", "x"));
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
  }

  @Test
  void aTemporaryPasswordExpiresAfterThreeDaysAndAnotherOneOpens() {
    seed.person("lopez", "moderator", true);
    older("71 hours");
    assertThat(ConsoleBrowser.signedIn("lopez").get("/queue").header("Location"))
        .endsWith("/password");
    older("2 hours");

    assertThat(new ConsoleBrowser().signIn("lopez", Seed.PASSWORD).header("Location"))
        .endsWith("/sign-in?failed=yes");

    database.write(h -> h.execute("update console_user set must_change_password = false"));
    assertThat(ConsoleBrowser.signedIn("lopez").get("/queue").statusCode())
        .as("an own password stays")
        .isEqualTo(200);
  }

  @Test
  void onlyTheFirstTemporaryPasswordOfTheFirstAdministratorStays() {
    seed.person("admin", "administrator", true);
    database.write(h -> h.execute("update console_user set first_administrator = true"));
    older("73 hours");
    assertThat(new ConsoleBrowser().signIn("admin", Seed.PASSWORD).header("Location"))
        .endsWith("/");

    database.write(
        h -> h.execute("update console_user set password_changed_at = now() - interval '73 h'"));

    assertThat(new ConsoleBrowser().signIn("admin", Seed.PASSWORD).header("Location"))
        .endsWith("/sign-in?failed=yes");
  }

  private void older(String time) {
    database.write(
        h -> h.execute("update console_user set created_at = created_at - ?::interval", time));
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    seed.person("novak", "moderator", false);

    assertThat(new ConsoleBrowser().signIn("novak", Seed.PASSWORD).setCookie("hallmonitor-session"))
        .contains("HTTPOnly", "SameSite=Strict");
  }

  private static ConsoleResponse change(ConsoleBrowser browser, String old, String next) {
    return browser.post("/password", Map.of("old", old, "next", next, "again", next));
  }
}

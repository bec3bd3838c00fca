package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test keeps a copy of the cookie, as a thief would. */
@ConsoleTest
class SessionsEndTest {
  private static final Map<String, String> SEND = Map.of("x", "x");

  @Inject ConsoleDatabase database;

  private ConsoleBrowser novak;
  private ConsoleBrowser stolen;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    stolen = novak.copy();
    assertThat(stolen.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionAndNotOnlyTheCookie() {
    novak.post("/sign-out", SEND);

    assertThatItIsOver(stolen);
  }

  @Test
  void signingOutEndsNoOtherSessionOfThePerson() {
    ConsoleBrowser atHome = ConsoleBrowser.signedIn("novak");

    novak.post("/sign-out", SEND);

    assertThat(atHome.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void aPersonSeesWhereTheyAreSignedInAndEndsAllOfIt() {
    ConsoleBrowser atHome = ConsoleBrowser.signedIn("novak");
    assertThat(atHome.get("/security").asString())
        .contains("This device")
        .containsPattern("(?s)<tbody>(.*<tr>){2}");

    assertThat(atHome.post("/security/sign-out-everywhere", SEND).header("Location"))
        .endsWith("/sign-in?out=yes");

    assertThatItIsOver(stolen);
    assertThatItIsOver(atHome);
    assertThat(atHome.get("/sign-in?out=yes").asString())
        .contains("You are signed out on all devices.");
    assertThat(acts("novak")).contains("signed-out-everywhere");
  }

  @Test
  void aResetPasswordEndsIt() {
    administrate(Map.of("act", "reset"));

    assertThatItIsOver(stolen);
  }

  @Test
  void anotherRoleEndsIt() {
    administrate(Map.of("act", "role", "role", "auditor"));

    assertThatItIsOver(stolen);
  }

  @Test
  void aSuspensionEndsItForGood() {
    administrate(Map.of("act", "suspend"));
    administrate(Map.of("act", "restore"));

    assertThatItIsOver(stolen);
  }

  @Test
  void signingInAgainInTheSameBrowserEndsTheSessionFromBefore() {
    novak.signIn("novak", Seed.PASSWORD);

    assertThatItIsOver(stolen);
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void itEndsAfterFourHoursWithoutAUse() {
    notUsedFor("4 hours");

    assertThatItIsOver(stolen);
    assertThat(ConsoleBrowser.signedIn("novak").get("/security").asString())
        .as("the page lists no ended session")
        .containsPattern("(?s)<tbody>(.*<tr>){1}")
        .doesNotContain("Sign out there");
  }

  @Test
  void aUseKeepsItAndWhatAPageLoadsAloneDoesNot() {
    notUsedFor("239 minutes");
    novak.get("/queue/counts", "HX-Request", "true", "Unattended", "yes");
    notUsedFor("2 minutes");
    assertThatItIsOver(stolen);

    novak.signIn("novak", Seed.PASSWORD);
    notUsedFor("239 minutes");
    novak.get("/queue/counts", "HX-Request", "true");
    notUsedFor("2 minutes");
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
  }

  private void notUsedFor(String time) {
    database.write(
        h ->
            h.execute(
                "update console_session set seen_at = seen_at - ?::interval,"
                    + " began_at = began_at - ?::interval",
                time,
                time));
  }

  @Test
  void eachSignInIsANewSession() {
    String before = novak.session();

    novak.signIn("novak", Seed.PASSWORD);

    assertThat(novak.session()).isNotEqualTo(before);
    assertThat(sessions("id_hash")).hasSize(1);
  }

  @Test
  void aPersonEndsOneOtherSessionAndNobodyElsesAny() {
    ConsoleBrowser atHome = ConsoleBrowser.signedIn("novak");
    String page = atHome.get("/security").asString();
    String other = page.replaceAll("(?s).*name=\"session\" value=\"(\\w+)\".*", "$1");
    ConsoleBrowser.signedIn("brandt").post("/security/sessions/end", Map.of("session", other));
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);

    atHome.post("/security/sessions/end", Map.of("session", other));

    assertThatItIsOver(stolen);
    assertThat(atHome.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void anAdministratorEndsAPersonsSessionsAndNobodyElseDoes() {
    String path = "/people/novak/sign-in/sessions";
    assertThat(novak.post(path, SEND).statusCode()).isEqualTo(403);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    assertThat(brandt.get("/people/novak/sign-in").asString()).contains("Sign them out everywhere");

    assertThat(brandt.post(path, SEND).asString()).contains("Their sessions have ended.");

    assertThatItIsOver(stolen);
    assertThat(acts("brandt")).contains("sessions-ended");
    assertThat(brandt.get("/people/novak/sign-in").asString())
        .contains("They are not signed in anywhere.");
    assertThat(brandt.post("/people/brandt/sign-in/sessions", SEND).statusCode()).isEqualTo(422);
  }

  @Test
  void theTwentyFirstSessionEndsTheOneThatWasNotUsedForLongest() {
    notUsedFor("5 minutes");
    for (int i = 1; i < StoredSessions.MOST; i++) {
      ConsoleBrowser.signedIn("novak");
    }
    assertThat(stolen.get("/queue", "Unattended", "yes").statusCode()).isEqualTo(200);

    ConsoleBrowser.signedIn("novak");

    assertThatItIsOver(stolen);
    assertThat(sessions("id_hash")).hasSize(StoredSessions.MOST);
  }

  @Test
  void signingOutClearsWhatTheBrowserKeepsOfThePages() {
    assertThat(novak.post("/sign-out", SEND).header("Clear-Site-Data")).isEqualTo("\"cache\"");
  }

  @Test
  void itEndsAfterTwelveHours() {
    database.write(
        h -> h.execute("update console_session set began_at = began_at - interval '12 hours'"));

    assertThatItIsOver(stolen);
  }

  @Test
  void theDatabaseCannotOpenASession() {
    assertThat(sessions("id_hash")).noneMatch(stolen.session()::contains);
  }

  @Test
  void aRequestWritesNothingUnlessTheLastOneWasAMinuteAgo() {
    List<String> before = sessions("seen_at");
    novak.get("/queue");
    assertThat(sessions("seen_at")).isEqualTo(before);

    database.write(
        h -> h.execute("update console_session set seen_at = seen_at - interval '61 seconds'"));
    List<String> minuteAgo = sessions("seen_at");
    novak.get("/queue");
    assertThat(sessions("seen_at")).isNotEqualTo(minuteAgo);
  }

  private static void assertThatItIsOver(ConsoleBrowser browser) {
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
  }

  private static void administrate(Map<String, String> fields) {
    assertThat(ConsoleBrowser.signedIn("brandt").post("/people/novak", fields).statusCode())
        .isEqualTo(200);
  }

  private List<String> sessions(String column) {
    return database.read(
        h ->
            h.createQuery("select <column>::text from console_session order by id_hash")
                .define("column", column)
                .mapTo(String.class)
                .list());
  }

  private List<String> acts(String actor) {
    return database.read(
        h -> h.select("select act from audit where actor = ?", actor).mapTo(String.class).list());
  }
}

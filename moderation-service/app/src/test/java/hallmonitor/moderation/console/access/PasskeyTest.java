package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys: from adding one to losing it, and what a wrong answer gets. */
@ConsoleTest
class PasskeyTest {
  private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7-]{32})</code>");

  @Inject ConsoleDatabase database;

  private final PasskeyDevice device = new PasskeyDevice();
  private ConsoleBrowser novak;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
  }

  @Test
  void aPasskeyAloneSignsInAndLeadsToThePageThatWasAskedFor() {
    add(novak, device);
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.get("/policy");

    ConsoleResponse in = signIn(browser, device);

    assertThat(in.header("Location")).endsWith("/policy");
    assertThat(browser.get("/policy").statusCode()).isEqualTo(200);
    assertThat(browser.get("/security").asString()).contains("Office laptop");
    assertThat(details("novak", "sign-in")).contains("passkey");
  }

  @Test
  void afterThePasswordItStandsForACode() {
    add(novak, device);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(browser.get("http://localhost:" + port() + "/sign-in").asString())
        .contains("One more step", "data-passkey");

    assertThat(signIn(browser, device).statusCode()).isEqualTo(303);

    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    assertThat(details("novak", "sign-in")).contains("password and passkey");
  }

  @Test
  void anotherPersonsPasskeyDoesNotFollowAPassword() {
    PasskeyDevice brandts = new PasskeyDevice();
    add(ConsoleBrowser.signedIn("brandt"), brandts);
    add(novak, device);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");

    assertThat(signIn(browser, brandts).statusCode()).isEqualTo(422);

    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
  }

  @Test
  void anAnswerCountsOnceAndOnlyInTheBrowserThatWasAsked() {
    device.count = 0;
    add(novak, device);
    ConsoleBrowser browser = new ConsoleBrowser();
    String answer = device.sign(challenge(browser));
    ConsoleBrowser again = browser.copy();
    assertThat(enter(new ConsoleBrowser(), answer).statusCode()).isEqualTo(422);

    assertThat(enter(browser, answer).statusCode()).isEqualTo(303);

    assertThat(enter(again, answer).statusCode()).as("with the same cookie").isEqualTo(422);
    assertThat(enter(browser, answer).statusCode()).isEqualTo(422);
  }

  @Test
  void anAnswerThatIsSentTwiceDoesNotCloseThePasskey() {
    add(novak, device);
    ConsoleBrowser browser = new ConsoleBrowser();
    String answer = device.sign(challenge(browser));
    ConsoleBrowser again = browser.copy();
    assertThat(enter(browser, answer).statusCode()).isEqualTo(303);

    assertThat(enter(again, answer).statusCode()).isEqualTo(422);

    assertThat(details("sign-in", "passkey-cloned")).isEmpty();
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(303);
  }

  @Test
  void aChallengeForSigningInDoesNotFollowAPasswordAndTheOtherWayRound() {
    add(novak, device);
    ConsoleBrowser browser = new ConsoleBrowser();
    String alone = device.sign(challenge(browser));
    browser.signIn("novak", Seed.PASSWORD);
    assertThat(enter(browser, alone).statusCode()).isEqualTo(422);

    String after = device.sign(challenge(browser));
    browser.post("/sign-in/again", Map.of("x", "x"));
    assertThat(enter(browser, after).statusCode()).isEqualTo(422);
  }

  @Test
  void theDeviceMustVerifyItsOwner() {
    add(novak, device);
    device.verifies = false;

    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
    assertThat(signIn(ConsoleBrowser.signedIn("novak"), device).statusCode()).isEqualTo(422);
  }

  @Test
  void anotherSiteGetsNothing() {
    add(novak, device);
    device.origin = "https://localhost.example";
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
    device.origin = "http://localhost:8080";
    device.party = "example";
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
  }

  @Test
  void aCopyIsNoticedAndClosesThePasskey() {
    add(novak, device);
    signIn(new ConsoleBrowser(), device);
    signIn(new ConsoleBrowser(), device);
    device.count = 1;

    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);

    assertThat(details("sign-in", "passkey-cloned")).containsExactly("Office laptop");
    device.count = 100;
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).as("closed").isEqualTo(422);
    assertThat(novak.get("/security").asString()).contains("Copied", "change your password");
    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").header("Location"))
        .as("still asked for a second step")
        .endsWith("/sign-in");
  }

  @Test
  void aPasskeyThatWasRemovedOrWhosePersonIsGoneOpensNothing() {
    add(novak, device);
    database.write(
        h ->
            h.execute(
                "update console_user set locked_until = 'infinity' where user_name = 'novak'"));
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
    database.write(
        h -> h.execute("update console_user set locked_until = null where user_name = 'novak'"));
    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(303);

    remove(novak);

    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
    assertThat(acts("novak")).contains("passkey-added", "passkey-removed");
  }

  @Test
  void nonsenseIsRefusedAndRecorded() {
    for (String answer : List.of("", "x", "{}", "[]", "null", "{\"id\":\"AA\",\"response\":{}}")) {
      ConsoleBrowser browser = new ConsoleBrowser();
      challenge(browser);
      assertThat(enter(browser, answer).statusCode()).as(answer).isEqualTo(422);
    }
    assertThat(acts("sign-in")).contains("sign-in-refused");
  }

  @Test
  void addingOneShowsRecoveryCodesOnceAndEndsTheOtherSessions() {
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("novak");

    ConsoleResponse first = add(novak, device);

    List<String> codes = RECOVERY.matcher(first.asString()).results().map(r -> r.group(1)).toList();
    assertThat(codes).hasSize(10);
    assertThat(elsewhere.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
    assertThat(add(novak, new PasskeyDevice()).statusCode()).as("the second").isEqualTo(303);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");
    assertThat(browser.post("/sign-in/code", Map.of("code", codes.get(0))).statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void recoveryCodesWithoutAnAppArePausedLikeCodes() {
    add(novak, device);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");
    for (int i = 0; i < 5; i++) {
      browser.post("/sign-in/code", Map.of("code", "aaaa-aaaa-aaaa-aaaa"));
    }
    String right =
        RECOVERY
            .matcher(novak.post("/security/recovery-codes", Map.of("x", "x")).asString())
            .results()
            .map(r -> r.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(browser.post("/sign-in/code", Map.of("code", right)).statusCode()).isEqualTo(422);

    database.write(h -> h.execute("delete from sign_in_try"));
    assertThat(browser.post("/sign-in/code", Map.of("code", right)).statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionThatIsNotFreshChangesNothing() {
    add(novak, device);
    String asked = novak.post("/security/passkeys/challenge", Map.of("x", "x")).asString();
    database.write(
        h -> h.execute("update console_session set began_at = now() - interval '11 minutes'"));

    ConsoleResponse added =
        novak.post(
            "/security/passkeys",
            Map.of("name", "Another", "credential", new PasskeyDevice().add(asked)));
    assertThat(added.statusCode()).isEqualTo(422);
    assertThat(added.asString()).contains("Sign in again to change this.");
    assertThat(remove(novak).statusCode()).isEqualTo(422);
    assertThat(novak.post("/security/recovery-codes", Map.of("x", "x")).statusCode())
        .isEqualTo(422);

    novak.post("/security/again", Map.of("x", "x"));
    assertThat(signIn(novak, device).header("Location")).endsWith("/security");
    assertThat(remove(novak).statusCode()).isEqualTo(303);
  }

  @Test
  void aChallengeOfOneSessionAddsNothingInAnother() {
    String asked = novak.post("/security/passkeys/challenge", Map.of("x", "x")).asString();
    novak.signIn("novak", Seed.PASSWORD);

    ConsoleResponse added =
        novak.post("/security/passkeys", Map.of("name", "Mine", "credential", device.add(asked)));

    assertThat(added.statusCode()).isEqualTo(422);
    assertThat(added.asString()).contains("The passkey was not added.");
  }

  @Test
  void aPasskeyIsRenamedByItsPersonOnly() {
    add(novak, device);
    String path = path("name");

    assertThat(novak.post(path, Map.of("name", "<b>Blue key</b>")).statusCode()).isEqualTo(303);
    assertThat(novak.get("/security").asString()).contains("&lt;b&gt;Blue key");
    assertThat(novak.post(path, Map.of("name", " ")).statusCode()).isEqualTo(422);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    assertThat(brandt.post(path, Map.of("name", "Stolen")).statusCode()).isEqualTo(404);
    assertThat(brandt.post(path("remove"), Map.of("x", "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void anAdministratorRemovesWhatSomeoneLost() {
    add(novak, device);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    assertThat(brandt.get("/people/novak/sign-in").asString())
        .contains("Remove the code and the passkeys");

    brandt.post("/people/novak/sign-in/second-factor", Map.of("x", "x"));

    assertThat(signIn(new ConsoleBrowser(), device).statusCode()).isEqualTo(422);
    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode()).isEqualTo(200);
    assertThat(acts("brandt")).contains("second-factor-reset");
  }

  @Test
  void aNewTemporaryPasswordKeepsPasskeysAndCodes() {
    add(novak, device);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    String page = brandt.post("/people/novak", Map.of("act", "reset")).asString();
    String temporary = page.replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1");

    ConsoleBrowser browser = new ConsoleBrowser();
    browser.signIn("novak", temporary);

    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(browser.get("/sign-in").asString()).contains("One more step");
    signIn(browser, device);
    assertThat(browser.get("/queue").header("Location")).endsWith("/password");
  }

  /** As the person of the setup would do it in a browser. */
  static ConsoleResponse add(ConsoleBrowser browser, PasskeyDevice device) {
    String asked = browser.post("/security/passkeys/challenge", Map.of("x", "x")).asString();
    return browser.post(
        "/security/passkeys", Map.of("name", "Office laptop", "credential", device.add(asked)));
  }

  static ConsoleResponse signIn(ConsoleBrowser browser, PasskeyDevice device) {
    return enter(browser, device.sign(challenge(browser)));
  }

  private static String challenge(ConsoleBrowser browser) {
    return browser.post("/sign-in/passkey/challenge", Map.of("x", "x")).asString();
  }

  private static ConsoleResponse enter(ConsoleBrowser browser, String answer) {
    return browser.post("/sign-in/passkey", Map.of("credential", answer));
  }

  private ConsoleResponse remove(ConsoleBrowser browser) {
    return browser.post(path("remove"), Map.of("x", "x"));
  }

  private String path(String act) {
    long id =
        database.read(
            h ->
                h.select("select max(passkey_id) from passkey where user_name = 'novak'")
                    .mapTo(Long.class)
                    .one());
    return "/security/passkeys/" + id + "/" + act;
  }

  private static int port() {
    return ConsoleBrowser.address("/").getPort();
  }

  private List<String> acts(String actor) {
    return database.read(
        h ->
            h.createQuery("select act from audit where actor = ?")
                .bind(0, actor)
                .mapTo(String.class)
                .list());
  }

  private List<String> details(String actor, String act) {
    return database.read(
        h ->
            h.createQuery("select detail from audit where actor = ? and act = ?")
                .bind(0, actor)
                .bind(1, act)
                .mapTo(String.class)
                .list());
  }
}

package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.JvmFolder;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in code: from setting it up to losing the phone. */
@ConsoleTest
class SecondStepTest {
  @Inject ConsoleDatabase database;

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
  void thePasswordAloneOpensNothingUntilTheCodeIsTyped() {
    SecondStep step = SecondStep.setUp(novak);
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.get("/policy");

    browser.signIn("novak", Seed.PASSWORD);

    assertThat(browser.get("/security").header("Location")).endsWith("/sign-in");
    assertThat(browser.get("/policy").header("Location")).endsWith("/sign-in");
    assertThat(browser.get("/sign-in").asString())
        .contains("One more step")
        .doesNotContain("Petra");
    ConsoleResponse in = code(browser, step.code(1));
    assertThat(in.header("Location")).endsWith("/policy");
    assertThat(in.setCookie("hallmonitor-return-to")).contains("Max-Age=0");
    assertThat(browser.get("/policy").statusCode()).isEqualTo(200);
    assertThat(acts("novak")).contains("second-factor-set-up", "sign-in");
  }

  @Test
  void aCodeWithoutAPasswordBeforeItOpensNothing() {
    SecondStep step = SecondStep.setUp(novak);

    ConsoleResponse answer = code(new ConsoleBrowser(), step.code(1));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("Sign in again");
  }

  @Test
  void eachCodeOpensOnce() {
    SecondStep step = SecondStep.setUp(novak);
    String code = step.code(1);
    assertThat(code(halfWay(), code).statusCode()).isEqualTo(303);

    ConsoleResponse again = code(halfWay(), code);

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.asString()).contains("That code is not correct");
  }

  @Test
  void theCodeThatSetItUpIsUsedUpByThat() {
    SecondStep step = SecondStep.begin(novak);
    String code = step.code(0);
    step.confirm(novak, code);

    assertThat(code(halfWay(), code).statusCode()).isEqualTo(422);
  }

  @Test
  void afterFiveWrongCodesTheRightOneWaitsToo() {
    SecondStep step = SecondStep.setUp(novak);
    ConsoleBrowser browser = halfWay();
    for (int i = 0; i < 5; i++) {
      assertThat(code(browser, step.wrongCode()).statusCode()).isEqualTo(422);
    }

    assertThat(code(browser, step.code(1)).statusCode()).as("right, but paused").isEqualTo(422);
    assertThat(code(browser, step.recoveryCodes().get(0)).statusCode()).isEqualTo(422);
    assertThat(code(halfWay(), step.code(1)).statusCode())
        .as("the password lifts no pause")
        .isEqualTo(422);

    database.write(
        h -> h.execute("update second_factor set locked_until = now() - interval '1 second'"));
    assertThat(code(browser, step.code(1)).statusCode()).isEqualTo(303);
    assertThat(acts("novak")).contains("second-factor-refused");
  }

  @Test
  void aRecoveryCodeOpensOnceInPlaceOfACode() {
    SecondStep step = SecondStep.setUp(novak);
    String recovery = step.recoveryCodes().get(3);
    assertThat(step.recoveryCodes()).hasSize(10);

    ConsoleBrowser browser = halfWay();
    assertThat(code(browser, recovery.toUpperCase(java.util.Locale.ROOT)).statusCode())
        .isEqualTo(303);

    assertThat(browser.get("/security").asString()).contains("left: <strong>9</strong>");
    assertThat(code(halfWay(), recovery).statusCode()).isEqualTo(422);
    assertThat(acts("novak")).contains("recovery-code-used");
  }

  @Test
  void settingItUpEndsTheOtherSessionsAndShowsTheRecoveryCodesOnce() {
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("novak");

    SecondStep.setUp(novak);

    assertThat(elsewhere.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(novak.get("/queue").statusCode()).isEqualTo(200);
    assertThat(novak.get("/security/second-factor").header("Location")).endsWith("/security");
    assertThat(novak.picture("/security/second-factor/picture").statusCode()).isEqualTo(404);
  }

  @Test
  void settingItUpNeedsARightCodeAndThePassword() {
    SecondStep step = SecondStep.begin(novak);

    assertThat(step.confirm(novak, step.wrongCode()).asString())
        .contains("clock is right, and enter the code that it shows now.");
    ConsoleResponse wrong =
        novak.post(
            "/security/second-factor/confirm", Map.of("code", step.code(0), "password", "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString()).contains("After several failed attempts, wait a few minutes.");

    assertThat(new ConsoleBrowser().signIn("novak", Seed.PASSWORD).statusCode()).isEqualTo(303);
    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode())
        .as("what is not confirmed is not asked for")
        .isEqualTo(200);
  }

  @Test
  void theQrCodeIsAPictureOfTheConsoleThatNobodyKeeps() {
    SecondStep.begin(novak);

    ConsoleResponse picture = novak.picture("/security/second-factor/picture");

    assertThat(picture.contentType()).startsWith("image/svg+xml");
    assertThat(picture.header("Cache-Control")).contains("no-store");
    assertThat(picture.asString()).startsWith("<svg ");
    assertThat(
            ConsoleBrowser.signedIn("brandt")
                .picture("/security/second-factor/picture")
                .statusCode())
        .as("somebody else's")
        .isEqualTo(404);
  }

  @Test
  void theSecretLiesSealedUnderAKeyThatOnlyTheServiceReads() throws Exception {
    SecondStep.setUp(novak);

    Path key = JvmFolder.of("secrets/second-factor-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    // 12 bytes of nonce, 20 of secret, 16 of tag.
    assertThat(
            database.<Integer>read(
                h ->
                    h.select("select length(sealed_secret) from second_factor")
                        .mapTo(Integer.class)
                        .one()))
        .isEqualTo(48);
  }

  @Test
  void withoutItsKeyNothingOpensButARecoveryCode() throws Exception {
    SecondStep step = SecondStep.setUp(novak);
    Path key = JvmFolder.of("secrets/second-factor-key");
    String kept = Files.readString(key);
    Files.writeString(key, "another key than it was set up with");
    try {
      assertThat(code(halfWay(), step.code(1)).statusCode()).isEqualTo(422);
      assertThat(code(halfWay(), step.recoveryCodes().get(0)).statusCode()).isEqualTo(303);
    } finally {
      Files.writeString(key, kept);
    }
  }

  @Test
  void aNewFirstLineReplacesTheKeyOnceACodeWasUsed() throws Exception {
    SecondStep step = SecondStep.setUp(novak);
    Path key = JvmFolder.of("secrets/second-factor-key");
    String kept = Files.readString(key);
    String next = "the-next-key,of-a-good-many-characters";
    try {
      Files.writeString(key, next + "\n" + kept);
      assertThat(code(halfWay(), step.code(1)).statusCode()).isEqualTo(303);

      Files.writeString(key, next + "\n");
      database.write(h -> h.execute("update second_factor set last_step = 0"));
      assertThat(code(halfWay(), step.code(1)).statusCode())
          .as("without the old line")
          .isEqualTo(303);
    } finally {
      Files.writeString(key, kept);
    }
  }

  @Test
  void turningItOffNeedsThePasswordAndACode() {
    SecondStep step = SecondStep.setUp(novak);

    assertThat(off("wrong", step.code(1)).statusCode()).isEqualTo(422);
    assertThat(off(Seed.PASSWORD, step.wrongCode()).statusCode()).isEqualTo(422);
    assertThat(off(Seed.PASSWORD, step.code(1)).statusCode()).isEqualTo(303);

    assertThat(novak.get("/security").asString()).contains("The code is off");
    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode()).isEqualTo(200);
    assertThat(acts("novak")).contains("second-factor-turned-off");
  }

  @Test
  void anAdministratorTakesALostCodeAwayAndNobodyElseDoes() {
    SecondStep.setUp(novak);
    ConsoleBrowser half = halfWay();
    assertThat(novak.post("/people/novak/sign-in/second-factor", Map.of("x", "x")).statusCode())
        .isEqualTo(403);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    assertThat(brandt.get("/people").asString()).contains("/people/novak\"");
    assertThat(brandt.get("/people/novak").asString()).contains("/people/novak/sign-in");
    assertThat(brandt.get("/people/novak/sign-in").asString()).contains("Remove the code");

    brandt.post("/people/novak/sign-in/second-factor", Map.of("x", "x"));

    assertThat(novak.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(half.get("/sign-in").asString()).contains("Email or user name");
    assertThat(ConsoleBrowser.signedIn("novak").get("/queue").statusCode()).isEqualTo(200);
    assertThat(acts("brandt")).contains("second-factor-reset");
    assertThat(brandt.post("/people/brandt/sign-in/second-factor", Map.of("x", "x")).statusCode())
        .as("their own")
        .isEqualTo(422);
  }

  @Test
  void whoIsAskedForACodeCanBeginAgainAsSomebodyElse() {
    SecondStep.setUp(novak);
    ConsoleBrowser browser = halfWay();

    browser.post("/sign-in/again", Map.of("x", "x"));

    assertThat(browser.get("/sign-in").asString()).contains("Email or user name");
    browser.signIn("brandt", Seed.PASSWORD);
    assertThat(browser.get("/people").statusCode()).isEqualTo(200);
  }

  /** With the right password, before the code. */
  private static ConsoleBrowser halfWay() {
    return ConsoleBrowser.signedIn("novak");
  }

  private static ConsoleResponse code(ConsoleBrowser browser, String code) {
    return browser.post("/sign-in/code", Map.of("code", code));
  }

  private ConsoleResponse off(String password, String code) {
    return novak.post("/security/second-factor/off", Map.of("password", password, "code", code));
  }

  private List<String> acts(String actor) {
    return database.read(
        h ->
            h.createQuery("select act from audit where actor = ?")
                .bind(0, actor)
                .mapTo(String.class)
                .list());
  }
}

package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ConsoleTest
@TestProfile(RequiredSecondStepTest.Required.class)
class RequiredSecondStepTest {
  public static class Required implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hallmonitor.console.second-factor", "required");
    }
  }

  @Inject ConsoleDatabase database;

  private Seed seed;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
  }

  @Test
  void withoutACodeOnlyThePageThatSetsOneUpOpens() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("brandt");

    for (String path : new String[] {"/queue", "/people", "/clocks", "/policy"}) {
      assertThat(browser.get(path).header("Location")).as(path).endsWith("/security");
    }
    assertThat(browser.post("/people/brandt", Map.of("act", "reset")).header("Location"))
        .endsWith("/security");
    assertThat(browser.get("/security").asString()).contains("Your district requires a");

    SecondStep step = SecondStep.setUp(browser);

    assertThat(browser.get("/people").statusCode()).isEqualTo(200);
    assertThat(
            browser
                .post(
                    "/security/second-factor/off",
                    Map.of("password", Seed.PASSWORD, "code", step.code(1)))
                .asString())
        .contains("Your district requires a code at every sign-in, so you");
  }

  @Test
  void aPasskeyOpensEverythingAndTheLastOneStays() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("brandt");
    assertThat(browser.get("/people").header("Location")).endsWith("/security");
    PasskeyDevice device = new PasskeyDevice();

    PasskeyTest.add(browser, device);

    assertThat(browser.get("/people").statusCode()).isEqualTo(200);
    String remove = "/security/passkeys/" + newest() + "/remove";
    assertThat(browser.post(remove, Map.of("x", "x")).asString())
        .contains("Add another one first, then remove this one.");
    SecondStep step = SecondStep.setUp(browser);
    assertThat(
            browser
                .post(
                    "/security/second-factor/off",
                    Map.of("password", Seed.PASSWORD, "code", step.code(1)))
                .statusCode())
        .as("the code, while there is a passkey")
        .isEqualTo(303);
    assertThat(browser.post(remove, Map.of("x", "x")).statusCode()).isEqualTo(422);
    PasskeyTest.add(browser, new PasskeyDevice());
    assertThat(browser.post(remove, Map.of("x", "x")).statusCode()).isEqualTo(303);
  }

  @Test
  void aPasskeyThatWasCopiedIsNotTheOneThatStays() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("brandt");
    PasskeyTest.add(browser, new PasskeyDevice());
    String copied = "/security/passkeys/" + newest() + "/remove";
    SecondStep step = SecondStep.setUp(browser);
    database.write(h -> h.execute("update passkey set cloned_at = now()"));
    assertThat(off(browser, step).asString()).contains("Add a passkey first.");
    PasskeyTest.add(browser, new PasskeyDevice());
    String good = "/security/passkeys/" + newest() + "/remove";
    assertThat(off(browser, step).statusCode()).isEqualTo(303);

    assertThat(browser.post(good, Map.of("x", "x")).statusCode()).isEqualTo(422);
    assertThat(browser.post(copied, Map.of("x", "x")).statusCode()).isEqualTo(303);
  }

  @Test
  void theCodeStaysIfTheLastPasskeyIsRemovedAtTheSameMoment() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("brandt");
    PasskeyTest.add(browser, new PasskeyDevice());
    SecondStep step = SecondStep.setUp(browser);

    CompletableFuture<ConsoleResponse> off =
        database.write(
            h -> {
              h.select("select * from console_user where user_name = 'brandt' for update")
                  .mapToMap()
                  .one();
              CompletableFuture<ConsoleResponse> asked =
                  CompletableFuture.supplyAsync(() -> off(browser, step));
              await()
                  .until(
                      () ->
                          asked.isDone()
                              || h.select(
                                      "select exists (select 1 from pg_locks where not granted)")
                                  .mapTo(Boolean.class)
                                  .one());
              h.execute("delete from passkey");
              return asked;
            });

    assertThat(off.join().asString()).contains("Add a passkey first.");
    assertThat(browser.get("/people").statusCode()).isEqualTo(200);
  }

  private static ConsoleResponse off(ConsoleBrowser browser, SecondStep step) {
    return browser.post(
        "/security/second-factor/off", Map.of("password", Seed.PASSWORD, "code", step.code(1)));
  }

  @Test
  void aFirstPasswordIsChangedBefore() {
    seed.person("novak", "moderator", true);
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");

    assertThat(browser.get("/queue").header("Location")).endsWith("/password");
    browser.post(
        "/password",
        Map.of("old", Seed.PASSWORD, "next", "copper-lantern-42", "again", "copper-lantern-42"));
    browser.signIn("novak", "copper-lantern-42");

    assertThat(browser.get("/queue").header("Location")).endsWith("/security");
  }

  private long newest() {
    return database.read(
        h -> h.select("select max(passkey_id) from passkey").mapTo(Long.class).one());
  }
}

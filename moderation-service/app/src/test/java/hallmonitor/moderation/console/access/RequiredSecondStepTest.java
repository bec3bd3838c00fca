package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
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
}

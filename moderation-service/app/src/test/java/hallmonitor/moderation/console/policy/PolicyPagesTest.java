package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.PageWeightTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests what everybody may read of the policy, and what only administrators may change. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PolicyPagesTest extends DeskAtWork {
  @Test
  void everybodyReadsWhatIsInForceAndSinceWhen() {
    String page = ConsoleBrowser.signedIn("novak").get("/policy").asString();

    assertThat(page)
        .contains("Bullying and personal attacks", "92 % certainty or more")
        .contains("changed in the file, by nobody known", "Ngozi Okafor", "escalation.yaml")
        .doesNotContain("Begin a draft");
  }

  @Test
  void aModeratorReadsDraftsAndChangesNothing() {
    long id = desk.draft("Stricter");
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");

    for (String path : List.of("", "/text", "/file")) {
      assertThat(novak.get("/policy/drafts/" + id + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(novak.get("/policy/trials/" + id + "/shadow").statusCode()).isEqualTo(200);
    assertThat(novak.get("/policy/clauses/" + id + "/0").statusCode()).isEqualTo(403);
    assertThat(novak.post("/policy/drafts", Map.of("of", "policy")).statusCode()).isEqualTo(403);
    for (String path :
        List.of(
            "/policy/drafts/" + id,
            "/policy/drafts/" + id + "/text",
            "/policy/clauses/" + id + "/0",
            "/policy/clauses/" + id + "/0/remove",
            "/policy/clauses/" + id + "/words",
            "/policy/clauses/" + id + "/title",
            "/policy/trials/" + id + "/shadow",
            "/policy/trials/" + id + "/backtest")) {
      assertThat(novak.post(path, Map.of("act", "discard", "revision", "0")).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(desk.state(id)).isEqualTo("open 0");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    long id = desk.draft("Stricter");
    for (String path :
        List.of(
            "/policy/drafts/999999",
            "/policy/clauses/" + id + "/99",
            "/policy/versions/999999",
            "/policy/versions?of=secrets",
            "/policy/trials/999999/backtest")) {
      assertThat(brandt.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(brandt.post("/policy/drafts", Map.of("of", "secrets")).statusCode()).isEqualTo(404);
  }

  @Test
  void aPageStaysLight() {
    long id = desk.draft("Weight");
    for (String path : List.of("/policy", "/policy/drafts/" + id, "/policy/clauses/" + id + "/0")) {
      Response page = brandt.get(path);
      int htmlAndAssets =
          page.asByteArray().length
              + PageWeightTest.parts(page.asString()).stream()
                  .mapToInt(part -> brandt.get(part).asByteArray().length)
                  .sum();
      assertThat(htmlAndAssets).as(path).isLessThan(150_000);
      assertThat(page.asString()).contains("href=\"/console/policy.css\"");
    }
  }
}

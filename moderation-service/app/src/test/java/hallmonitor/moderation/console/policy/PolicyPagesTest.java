package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.PageWeightTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Tests what everyone may read of the policy, and what only administrators may change. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PolicyPagesTest extends DeskAtWork {
  @Test
  void everybodyReadsWhatIsInForceAndSinceWhen() {
    String page = ConsoleBrowser.signedIn("novak").get("/policy").asString();

    assertThat(page)
        .contains("Bullying and personal attacks", "Hidden at once. A person reviews it.")
        .contains("as Hall Monitor found it at its first", "Ngozi Okafor")
        .doesNotContain("New draft", "/policy/edit");
  }

  @Test
  void eachClauseReadsAsARuleWithWhatHappensAndWhatToExpect() {
    Element clause =
        Jsoup.parse(ConsoleBrowser.signedIn("novak").get("/policy").asString())
            .getElementById("clause-3.2");

    assertThat(clause.text())
        .startsWith("3.2 Possible threat")
        .contains("Reported at any hour to: principal.", "Threat, balanced")
        .containsPattern("Expected: [0-9.]+ of 1,000 ordinary comments \\([0-9.]+ in Spanish\\)")
        .containsPattern("and [0-9]+% of true cases")
        .doesNotContain("0.24");
  }

  @Test
  void inSpanishEachClauseIsInSpanishOrSaysThatItIsInEnglish() {
    PolicySeed.edit("policy.yaml", "    title-es: Posible amenaza\n", "");
    Document page = inSpanish();

    assertThat(page.select("[id='clause-1.2'] p[lang=es]").text())
        .isEqualTo(
            "El lenguaje que puede ser soez lo revisa una persona antes de que se haga algo.");
    assertThat(page.select("nav.contents a[href='#clause-3.1']").text()).isEqualTo("3.1 Amenazas");

    await()
        .untilAsserted(
            () -> {
              assertThat(titleInSpanish("clause-3.1")).isEqualTo("Amenazas");
              assertThat(titleInSpanish("clause-3.2")).isEqualTo("Possible threat (en inglés)");
            });
  }

  private static String titleInSpanish(String clause) {
    return inSpanish().getElementById(clause).select("h2").text();
  }

  private static Document inSpanish() {
    return Jsoup.parse(
        ConsoleBrowser.signedIn("novak").get("/policy", "Accept-Language", "es").asString());
  }

  @Test
  void filesAndVersionsAreSeenUnderAdvancedAlone() {
    Document page = Jsoup.parse(brandt.get("/policy").asString());

    assertThat(page.select("details.advanced").text()).contains("policy.yaml", "escalation.yaml");
    page.select("details.advanced").remove();
    assertThat(page.select("main").text())
        .doesNotContain(".yaml")
        .doesNotContainPattern("[0-9a-f]{12}");
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
      ConsoleResponse page = brandt.get(path);
      int htmlAndAssets =
          PageWeightTest.compressed(page.asByteArray())
              + PageWeightTest.parts(page.asString()).stream()
                  .mapToInt(part -> PageWeightTest.compressed(brandt.get(part).asByteArray()))
                  .sum();
      assertThat(htmlAndAssets).as(path).isLessThan(75_000);
      assertThat(page.asString()).contains("href=\"/console/policy.css\"");
    }
  }
}

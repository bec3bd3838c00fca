package hallmonitor.moderation.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may open what, and what every answer carries. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class AccessTest {
  private static final List<String> FOR_ALL_WHO_SIGN_IN =
      List.of(
          "/queue",
          "/queue/counts",
          "/cases/{id}",
          "/cases/{id}/detail",
          "/cases/{id}/row",
          "/cases/{id}/concern",
          "/clocks",
          "/clocks/list",
          "/clocks/alarm",
          "/accounts",
          "/policy",
          "/security");
  private static final List<String> FOR_ADMINISTRATORS =
      List.of("/dead-letters", "/dead-letters/{letter}", "/people", "/people/novak/sign-in");

  @Inject ConsoleDatabase database;

  private String caseId;
  private String letter;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    seed.person("first", "administrator", true);
    caseId = seed.aCase("1").there().toString();
    letter =
        database.read(
            h ->
                h.select(
                        """
                        insert into dead_letter (dlq_topic, partition, position, origin, consumer, payload, error, at)
                        values ('a.dlq', 0, 0, 'a', 'moderation', '<script>x</script>', 'unreadable', now()) returning id
                        """)
                    .mapTo(String.class)
                    .one());
  }

  private String at(String path) {
    return path.replace("{id}", caseId).replace("{letter}", letter);
  }

  @Test
  void nothingOpensForSomebodyWhoIsNotSignedIn() {
    for (String path : all()) {
      Response answer = new Browser().get(at(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.header("Location")).as(path).endsWith("/sign-in");
    }
    assertThat(given().redirects().follow(false).get("/events").statusCode()).isEqualTo(302);
    assertThat(
            new Browser()
                .post("/cases/" + caseId + "/decision", Map.of("decision", "restore"))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void nothingOpensForSomebodyWithAFirstPassword() {
    Browser browser = Browser.signedIn("first");
    for (String path : all()) {
      assertThat(browser.get(at(path)).header("Location")).as(path).endsWith("/password");
    }
    assertThat(browser.post("/people/novak", Map.of("act", "remove")).header("Location"))
        .endsWith("/password");
  }

  @Test
  void aModeratorOpensTheQueueAndNotWhatIsForAdministrators() {
    Browser browser = Browser.signedIn("novak");
    for (String path : FOR_ALL_WHO_SIGN_IN) {
      assertThat(browser.get(at(path)).statusCode()).as(path).isEqualTo(200);
    }
    for (String path : FOR_ADMINISTRATORS) {
      Response answer = browser.get(at(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.asString()).contains("Only an administrator");
    }
    assertThat(browser.post("/people/brandt", Map.of("act", "remove")).statusCode()).isEqualTo(403);
    assertThat(browser.post("/dead-letters/" + letter, Map.of("act", "discard")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAdministratorOpensEverything() {
    Browser browser = Browser.signedIn("brandt");
    for (String path : all()) {
      assertThat(browser.get(at(path)).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    Browser browser = Browser.signedIn("brandt");
    for (String path :
        List.of(
            "/queue",
            "/sign-in",
            "/nope",
            "/console/console.css",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/q/health/live")) {
      Response answer = browser.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    }
    assertThat(browser.get("/queue").header("Cache-Control")).contains("no-store");
    assertThat(browser.get("/queue").asString())
        .doesNotContain("<style", "style=", "onclick", "<script>");
    assertThat(browser.get("/nope").asString()).contains("Nothing here");
  }

  @Test
  void anotherHostNameIsRefused() {
    assertThat(given().header("Host", "evil.example").get("/sign-in").statusCode()).isEqualTo(421);
  }

  @Test
  void aChangeThatAnotherSiteAsksForIsRefused() {
    assertThat(given().header("Origin", "https://evil.example").post("/sign-in").statusCode())
        .isEqualTo(403);
    assertThat(given().header("Sec-Fetch-Site", "cross-site").post("/sign-in").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords() {
    Browser browser = Browser.signedIn("novak");

    Response answer =
        browser.postWithoutToken(
            "/cases/" + caseId + "/decision", Map.of("decision", "restore", "version", "0"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).contains("This form has expired");
    assertThat(state()).isEqualTo("open");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThat(
            Browser.signedIn("novak")
                .post("/sign-out", Map.of("x", "y".repeat(100_000)))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void somebodyWhoseAccessIsRemovedIsOutAtOnce() {
    Browser novak = Browser.signedIn("novak");
    Browser brandt = Browser.signedIn("brandt");

    assertThat(brandt.post("/people/novak", Map.of("act", "remove")).statusCode()).isEqualTo(200);

    assertThat(novak.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(new Browser().signIn("novak", Seed.PASSWORD).header("Location"))
        .endsWith("failed=yes");
    assertThat(brandt.post("/people/brandt", Map.of("act", "remove")).statusCode()).isEqualTo(422);
  }

  @Test
  void anAddedPersonSignsInWithTheFirstPasswordThatIsShownOnce() {
    Browser brandt = Browser.signedIn("brandt");
    String page =
        brandt
            .post(
                "/people",
                Map.of(
                    "userName", "Lopez", "displayName", "<b>Inés</b> López", "role", "moderator"))
            .asString();
    String password = page.replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1");

    assertThat(password).hasSize(24);
    assertThat(page).contains("&lt;b&gt;Inés").doesNotContain("<b>Inés");
    assertThat(brandt.get("/people").asString()).doesNotContain(password);
    Browser lopez = new Browser();
    lopez.signIn("lopez", password);
    assertThat(lopez.get("/queue").header("Location")).endsWith("/password");
  }

  @Test
  void aDeadLetterIsShownAsTextAndReadingItIsRecorded() {
    assertThat(Browser.signedIn("brandt").get("/dead-letters/" + letter).asString())
        .contains("&lt;script&gt;x&lt;/script&gt;");

    assertThat(
            database.<List<String>>read(
                h ->
                    h.select("select act from audit where actor = 'brandt'")
                        .mapTo(String.class)
                        .list()))
        .contains("dead-letter-read");
  }

  private String state() {
    return database.read(h -> h.select("select state from review_case").mapTo(String.class).one());
  }

  private static List<String> all() {
    return java.util.stream.Stream.concat(FOR_ALL_WHO_SIGN_IN.stream(), FOR_ADMINISTRATORS.stream())
        .toList();
  }
}

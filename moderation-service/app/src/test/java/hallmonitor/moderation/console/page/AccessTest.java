package hallmonitor.moderation.console.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the headers of every answer and who is refused what. The matrix covers who opens what. */
@ConsoleTest
class AccessTest {
  @Inject ConsoleDatabase database;

  private String caseId;
  private String letter;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
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

  @Test
  void aRefusalSaysWhatToDo() {
    ConsoleResponse answer = ConsoleBrowser.signedIn("novak").get("/people");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString())
        .contains("open this page. Ask an administrator for access, or go back to the queue.");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    ConsoleBrowser browser = ConsoleBrowser.signedIn("brandt");
    for (String path :
        List.of(
            "/queue",
            "/sign-in",
            "/nope",
            "/console/console.css",
            "/webjars/htmx.org/dist/htmx.min.js")) {
      ConsoleResponse answer = browser.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    }
    assertThat(browser.get("/queue").header("Cache-Control")).contains("no-store");
    assertThat(browser.get("/queue").asString())
        .doesNotContain("<style", "style=", "onclick", "<script>");
    assertThat(browser.get("/nope").asString()).contains("Page not found");
  }

  @Test
  void healthAndMetricsAreNotOnTheConsolesPort() {
    for (String path : List.of("/q/metrics", "/q/health", "/q/health/live")) {
      assertThat(ConsoleBrowser.signedIn("brandt").get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(given().redirects().follow(false).get(path).statusCode()).as(path).isEqualTo(302);
    }
  }

  @Test
  void anotherHostNameIsRefused() {
    assertThat(given().header("Host", "evil.example").get("/sign-in").statusCode()).isEqualTo(421);
  }

  @Test
  void aChangeThatAnotherSiteAsksForIsRefused() {
    assertThat(fromElsewhere("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(fromElsewhere("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
  }

  private static int fromElsewhere(String header, String value) {
    return new ConsoleBrowser().postWithoutToken("/sign-in", Map.of(), header, value).statusCode();
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords() {
    ConsoleBrowser browser = ConsoleBrowser.signedIn("novak");

    ConsoleResponse answer =
        browser.postWithoutToken(
            "/cases/" + caseId + "/decision", Map.of("decision", "restore", "version", "0"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).contains("This form has expired");
    assertThat(state()).isEqualTo("open");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThat(
            ConsoleBrowser.signedIn("novak")
                .post("/sign-out", Map.of("x", "y".repeat(100_000)))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aBodyWhoseLengthNoHeaderSaysIsRefused() throws Exception {
    URI page = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/sign-in");
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpResponse<String> first =
        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);

    HttpResponse<String> form =
        client.send(
            HttpRequest.newBuilder(page)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("user=x")))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(form.statusCode()).isEqualTo(413);
  }

  @Test
  void somebodyWhoseAccessIsRemovedIsOutAtOnce() {
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");

    assertThat(brandt.post("/people/novak", Map.of("act", "remove")).statusCode()).isEqualTo(200);

    assertThat(novak.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(new ConsoleBrowser().signIn("novak", Seed.PASSWORD).header("Location"))
        .endsWith("failed=yes");
    assertThat(brandt.post("/people/brandt", Map.of("act", "remove")).statusCode()).isEqualTo(422);
  }

  @Test
  void anAddedPersonSignsInWithTheFirstPasswordThatIsShownOnce() {
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    String page =
        brandt
            .post(
                "/people",
                Map.of(
                    "userName",
                    "Lopez",
                    "displayName",
                    "<b>Inés</b> López",
                    "role",
                    "moderator",
                    "way",
                    "hand"))
            .asString();
    String password = page.replaceAll("(?s).*class=\"secret\">([^<]+)<.*", "$1");

    assertThat(password).hasSize(24);
    assertThat(page).contains("&lt;b&gt;Inés").doesNotContain("<b>Inés");
    assertThat(brandt.get("/people").asString()).doesNotContain(password);
    ConsoleBrowser lopez = new ConsoleBrowser();
    lopez.signIn("lopez", password);
    assertThat(lopez.get("/queue").header("Location")).endsWith("/password");
  }

  @Test
  void aDeadLetterIsShownAsTextAndReadingItIsRecorded() {
    assertThat(ConsoleBrowser.signedIn("brandt").get("/dead-letters/" + letter).asString())
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
}

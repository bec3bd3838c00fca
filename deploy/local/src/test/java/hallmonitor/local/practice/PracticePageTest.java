package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static hallmonitor.local.practice.Site.comments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.settings.yaml.YamlFile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticePageTest extends PracticeSiteTests {
  private JsonNode feed(String cookie, String since) {
    return site.inBrowser(cookie, "GET", "/practice/feed?post=1&since=" + since, null).json();
  }

  private int write(String cookie, Map<String, Object> comment) {
    var written = site.inBrowser(cookie, "POST", "/practice/comments", comment);
    assertThat(written.status()).as(written.http().body()).isEqualTo(201);
    return written.json().path("id").asInt();
  }

  @Test
  void aVisitorWritesAnswersEditsAndDeletes() {
    String dana = site.newBrowser();
    int id = write(dana, Map.of("post", 1, "name", "Dana", "text", "Go Mavericks"));
    int reply = write(dana, Map.of("post", 1, "parent", id, "name", "", "text", "Yes!"));
    var thread = feed(dana, "0").path("threads").get(0);
    assertThat(thread.path("text").asText()).isEqualTo("Go Mavericks");
    assertThat(thread.path("mine").asBoolean()).isTrue();
    assertThat(thread.at("/replies/0/id").asInt()).isEqualTo(reply);
    assertThat(thread.at("/replies/0/to").asText()).isEqualTo("Dana");

    String edit = "/practice/comments/" + id;
    assertThat(site.inBrowser(dana, "POST", edit, Map.of("text", "Go!")).status()).isEqualTo(200);
    assertThat(feed(dana, "0").at("/threads/0/text").asText()).isEqualTo("Go!");
    assertThat(site.inBrowser(dana, "DELETE", "/practice/comments/" + reply, null).status())
        .isEqualTo(200);
    assertThat(site.asModerator("GET", comment(reply), null).status()).isEqualTo(404);
  }

  /** Otherwise a new installation would begin with findings that nobody can fix. */
  @Test
  void thePageSaysWhatTheShippedRegisterAsksOfIt() throws IOException {
    String page = site.anonymously("GET", "/", null).http().body();
    String said = page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    String name = "accounts.yaml";
    String rules = Files.readString(Path.of("../config").resolve(name));

    String districtSite =
        YamlFile.read(
            name,
            rules,
            asked -> {
              assertThat(said).contains(asked.mapping("disclaimer").orElseThrow().text("en"));
              assertThat(said).contains(asked.text("contact"));
              return asked.text("district-site");
            });
    assertThat(page).contains("<a href=\"" + districtSite + "\">");
  }

  @Test
  void nobodyChangesWhatAnotherBrowserWrote() {
    int id = write(site.newBrowser(), Map.of("post", 1, "name", "Dana", "text", "mine"));
    for (String stranger : new String[] {site.newBrowser(), null, "practice_browser=guess"}) {
      var refused =
          site.inBrowser(stranger, "POST", "/practice/comments/" + id, Map.of("text", "yours"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(feed(stranger, "0").at("/threads/0/mine").asBoolean()).isFalse();
    }
  }

  @Test
  void ownershipOutlivesARestart() throws IOException {
    String dana = site.newBrowser();
    int id = write(dana, Map.of("post", 1, "name", "Dana", "text", "mine"));
    site.close();
    site.start();
    assertThat(
            site.inBrowser(dana, "POST", "/practice/comments/" + id, Map.of("text", "still"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aHiddenCommentVanishesLiveAndComesBack() throws Exception {
    int id = site.comment("nasty");
    int reply =
        site.page.comments().create(PracticeComment.Draft.plain(1, id, "Lee", "an answer")).id();
    String version = feed(null, "0").path("version").asText();
    var waiting = CompletableFuture.supplyAsync(() -> feed(null, version));
    site.asModerator("POST", comment(id), Map.of("status", "hold"));
    JsonNode after = waiting.get();
    assertThat(after.path("hiddenNow").toString()).isEqualTo("[" + id + "]");
    assertThat(after.path("visible").asInt()).isEqualTo(1);
    assertThat(after.path("hidden").asInt()).isEqualTo(1);
    assertThat(after.at("/threads/0/id").asInt()).as("its answer stays").isEqualTo(reply);
    assertThat(after.at("/threads/0/orphan").asBoolean()).isTrue();

    String hiddenVersion = after.path("version").asText();
    var again = CompletableFuture.supplyAsync(() -> feed(null, hiddenVersion));
    site.asModerator("POST", comment(id), Map.of("status", "approved"));
    assertThat(again.get().at("/threads/0/id").asInt()).isEqualTo(id);
    assertThat(again.get().path("hiddenNow")).isEmpty();
  }

  @Test
  void aHiddenCommentIsNotEditedByItsAuthor() throws IOException {
    String dana = site.newBrowser();
    int id = write(dana, Map.of("post", 1, "name", "Dana", "text", "nasty"));
    site.page.comments().setStatus(id, CommentStatus.HOLD);
    var refused = site.inBrowser(dana, "POST", "/practice/comments/" + id, Map.of("text", "nice"));
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void hostileTextStaysTheTextThatWasTyped() {
    String hostile =
        "<script>alert(1)</script><img src=x onerror=alert(2)> \u202Egnp.exe &lt;b&gt; &"
            + " \uD83D\uDE00 "
            + "x".repeat(10_000);
    int id = write(site.newBrowser(), Map.of("post", 1, "name", "<b>Eve</b>", "text", hostile));
    var seen = feed(null, "0").at("/threads/0");
    assertThat(seen.path("text").asText()).isEqualTo(hostile);
    assertThat(seen.path("name").asText()).isEqualTo("<b>Eve</b>");
    var api = site.asModerator("GET", comment(id) + "?context=edit", null).json();
    assertThat(api.at("/content/raw").asText()).startsWith("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(api.at("/content/rendered").asText()).doesNotContain("<script", "<img");
    assertThat(api.path("author_name").asText()).isEqualTo("&lt;b&gt;Eve&lt;/b&gt;");
  }

  @Test
  void thePageRunsNoInlineScriptAndLoadsNothingFromElsewhere() {
    for (String path : new String[] {"/", "/budget-meeting/", "/science-fair/"}) {
      var page = site.anonymously("GET", path, null);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe-inline");
      assertThat(page.http().body())
          .doesNotContain("{{", "style=", "onclick=", "src=\"https://", "url(https://")
          .doesNotContainPattern("<link[^>]+https://")
          .doesNotContainPattern("<script(?! src)");
    }
    for (String asset : new String[] {"/practice.css", "/practice.js", "/icon.svg"}) {
      assertThat(site.anonymously("GET", asset, null).status()).isEqualTo(200);
    }
    assertThat(site.anonymously("GET", "/nothing", null).status()).isEqualTo(404);
  }

  @Test
  void aForeignHostNameReadsNothing() throws IOException {
    try (var socket = new Socket("127.0.0.1", site.page.port())) {
      String request = "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("Maple");
    }
  }

  @Test
  void anotherSitesScriptCannotWrite() throws IOException {
    try (var socket = new Socket("127.0.0.1", site.page.port())) {
      String request =
          "POST /practice/stream HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://evil.example\r\n"
                  .formatted(site.page.port())
              + "Content-Type: application/json\r\n"
              + "Content-Length: 12\r\n"
              + "Connection: close\r\n\r\n"
              + "{\"rate\":100}";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void tooMuchAtOnceIsRefusedWithASentence() {
    String browser = site.newBrowser();
    Site.Reply last = null;
    for (int i = 0; i < 40 && (last == null || last.status() == 201); i++) {
      last =
          site.inBrowser(browser, "POST", "/practice/comments", Map.of("post", 1, "text", "n" + i));
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.json().path("error").asText()).contains("wait a few seconds");
    var huge =
        site.inBrowser(browser, "POST", "/practice/comments", Map.of("text", "x".repeat(1 << 21)));
    assertThat(huge.status()).isEqualTo(413);
  }

  @Test
  void wrongInputIsRefusedWithASentence() {
    String browser = site.newBrowser();
    for (Map<String, Object> wrong :
        java.util.List.<Map<String, Object>>of(
            Map.of("post", 1, "text", "  "),
            Map.of("post", 9, "text", "x"),
            Map.of("post", 1, "text", "x", "parent", 77),
            Map.of("post", 1, "text", "&".repeat(20_000)),
            Map.of("post", 1, "text", "x", "name", "n".repeat(300)))) {
      var refused = site.inBrowser(browser, "POST", "/practice/comments", wrong);
      assertThat(refused.status()).isBetween(400, 409);
      assertThat(refused.json().path("error").asText()).endsWith(".");
    }
    assertThat(
            site.anonymously("POST", "/practice/stream", Map.of("rate", 9000))
                .json()
                .path("error")
                .asText())
        .isEqualTo("Choose a rate between 0.2 and 3000 comments a second.");
    assertThat(site.anonymously("POST", "/practice/stream", "[]").status()).isEqualTo(400);
  }

  @Test
  void eachExampleWritesOneComment() {
    var examples = site.anonymously("GET", "/practice/examples", null).json();
    assertThat(examples).hasSize(15);
    int n = 0;
    for (JsonNode example : examples) {
      var body = Map.of("kind", example.path("kind").asText(), "post", 1);
      assertThat(site.anonymously("POST", "/practice/examples", body).status()).isEqualTo(201);
      assertThat(feed(null, "0").path("visible").asInt()).isEqualTo(++n);
    }
  }

  @Test
  void aStreamWritesExactlyWhatWasOrderedAndCountsIt() {
    var order = Map.of("rate", 3000, "count", 1200, "seed", 7, "violating", 0.05);
    var started = site.anonymously("POST", "/practice/stream", order);
    assertThat(started.status()).isEqualTo(202);
    int first = started.json().path("first").asInt();
    await()
        .until(
            () ->
                !site.anonymously("GET", "/practice/stream", null)
                    .json()
                    .path("running")
                    .asBoolean());
    var done = site.anonymously("GET", "/practice/stream", null).json();
    var expected =
        CommentStreamTest.violatingMarkers(
            7, CommentStream.Mix.REALISTIC.violating(0.05), first, 1200);
    assertThat(done.path("posted").asInt()).isEqualTo(1200);
    assertThat(done.path("violating").asInt()).isEqualTo(expected.size());
    assertThat(done.path("edited").asInt()).isPositive();
    assertThat(site.list("per_page=1").header("X-WP-Total")).isEqualTo("1200");
    int violating = expected.iterator().next();
    assertThat(site.list("search=%23" + violating + "&per_page=1").json()).isNotEmpty();
  }

  @Test
  void aStreamKeepsItsRateAndStopsWhenTold() {
    site.anonymously("POST", "/practice/stream", Map.of("rate", 200));
    await()
        .until(
            () ->
                site.anonymously("GET", "/practice/stream", null).json().path("posted").asInt()
                    > 50);
    var stopped = site.anonymously("DELETE", "/practice/stream", null).json();
    assertThat(stopped.path("running").asBoolean()).isFalse();
    int posted = stopped.path("posted").asInt();
    assertThat(site.list("per_page=1").header("X-WP-Total")).isEqualTo(String.valueOf(posted));
    assertThat(posted).isLessThan(2000);
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path other) {
    assertThatThrownBy(() -> PracticePage.start(site.page.port(), other, Site.ACCOUNTS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Port " + site.page.port())
        .hasMessageContaining("practice page");
  }

  @Test
  void aCredentialWithoutAPasswordIsRefused(@TempDir Path other) {
    assertThatThrownBy(() -> PracticePage.start(0, other, Site.accounts("moderator")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ordinaryCommentsKeepWorkingBesideManyWaitingBrowsers() {
    for (int i = 0; i < 40; i++) {
      String version = feed(null, "0").path("version").asText();
      CompletableFuture.runAsync(() -> feed(null, version));
    }
    assertThat(site.anonymously("GET", comments(), null).status()).isEqualTo(200);
  }
}

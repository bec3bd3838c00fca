package hallmonitor.local.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.practice.RemovalReasons.Removal;
import hallmonitor.standin.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The school's pages on the platforms, as people use them and as their APIs show them. */
class TownTest extends PracticeSiteTests {
  private String dana;

  @BeforeEach
  void comes() {
    dana = site.newBrowser();
  }

  private Site.Reply post(TownPlatform platform, String cookie, String path, Object body) {
    return site.inBrowser(cookie, "POST", platform.path() + "/practice/" + path, body);
  }

  private String write(TownPlatform platform, String parent, String text) {
    Object body = Map.of("post", 1, "parent", parent, "name", "Dana R.", "text", text);
    Site.Reply written = post(platform, dana, "comments", body);
    assertThat(written.status()).as(written.http().body()).isEqualTo(201);
    return written.json().path("id").asText();
  }

  private JsonNode feed(TownPlatform platform, String cookie) {
    return site.inBrowser(cookie, "GET", platform.path() + "/practice/feed?post=1&since=0", null)
        .json();
  }

  private static String change(String id) {
    return "comments/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private JsonNode call(String method, String path, String token, String type, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.page.url() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    request.header("Content-Type", type);
    try {
      String answer =
          site.http
              .send(
                  request.method(method, BodyPublishers.ofString(body)).build(),
                  BodyHandlers.ofString())
              .body();
      return answer.isEmpty() ? Json.MAPPER.missingNode() : Json.MAPPER.readTree(answer);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hides a comment like the platform's own connector. */
  private void hide(TownPlatform platform, String id) {
    String form = "application/x-www-form-urlencoded";
    switch (platform) {
      case FACEBOOK ->
          call("POST", "/facebook/api/v25.0/" + id, "page-token", form, "is_hidden=true");
      case YOUTUBE -> {
        String secret = "client_id=client&client_secret=client-secret&refresh_token=refresh-token";
        String token =
            call("POST", "/youtube/api/token", "", form, secret).path("access_token").asText();
        String path = "/youtube/api/youtube/v3/comments/setModerationStatus";
        call("POST", path + "?moderationStatus=heldForReview&id=" + id, token, form, "");
      }
      case BLUESKY -> bluesky(id);
    }
  }

  private void bluesky(String id) {
    String xrpc = "/bluesky/api/xrpc/com.atproto.";
    String login = "{\"identifier\":\"school.test\",\"password\":\"app-password\"}";
    JsonNode session = call("POST", xrpc + "server.createSession", "", "application/json", login);
    String token = session.path("accessJwt").asText();
    JsonNode thread =
        call("GET", "/bluesky/api/xrpc/app.bsky.feed.getPosts?uris=" + id, token, "text/plain", "");
    String root = thread.at("/posts/0/record/reply/root/uri").asText();
    String gate =
        """
        {"repo":"%s","collection":"app.bsky.feed.threadgate","rkey":"%s","swapRecord":null,\
        "record":{"post":"%s","hiddenReplies":["%s"],"createdAt":"2026-01-01T00:00:00Z"}}"""
            .formatted(
                session.path("did").asText(), root.substring(root.lastIndexOf('/') + 1), root, id);
    call("POST", xrpc + "repo.putRecord", token, "application/json", gate);
  }

  @ParameterizedTest
  @EnumSource
  void aVisitorWritesAnswersEditsAndDeletes(TownPlatform platform) {
    String id = write(platform, "", "Go Mavericks");
    String reply = write(platform, id, "Yes!");
    JsonNode thread = feed(platform, dana).at("/threads/0");
    assertThat(thread.path("text").asText()).isEqualTo("Go Mavericks");
    assertThat(thread.path("mine").asBoolean()).isTrue();
    assertThat(thread.at("/replies/0/id").asText()).isEqualTo(reply);
    assertThat(thread.at("/replies/0/to").asText()).contains("Dana");
    assertThat(feed(platform, site.newBrowser()).at("/threads/0/mine").asBoolean()).isFalse();

    Map<String, String> other = Map.of("text", "Go!");
    assertThat(post(platform, site.newBrowser(), change(id), other).status()).isEqualTo(403);
    assertThat(post(platform, dana, change(id), other).status()).isEqualTo(200);
    assertThat(feed(platform, dana).at("/threads/0/text").asText()).isEqualTo("Go!");
    String path = platform.path() + "/practice/" + change(reply);
    assertThat(site.inBrowser(dana, "DELETE", path, null).status()).isEqualTo(200);
    assertThat(feed(platform, dana).at("/threads/0/replies")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHiddenIsSeenAsThePlatformShowsIt(TownPlatform platform) {
    String stays = write(platform, "", "kind");
    String nasty = write(platform, "", "nasty");
    hide(platform, nasty);

    JsonNode strangers = feed(platform, site.newBrowser());
    assertThat(strangers.path("threads").findValuesAsText("id")).containsExactly(stays);
    assertThat(strangers.path("hidden").asInt()).isEqualTo(1);
    assertThat(strangers.path("hiddenNow").toString()).isEqualTo("[\"" + nasty + "\"]");
    assertThat(strangers.path("folded").findValuesAsText("text"))
        .isEqualTo(platform == TownPlatform.BLUESKY ? List.of("nasty") : List.of());
    assertThat(feed(platform, dana).path("threads").findValuesAsText("note"))
        .isEqualTo(
            platform == TownPlatform.FACEBOOK
                ? List.of("Hidden: only you and your friends still see it.")
                : List.of());
  }

  @ParameterizedTest
  @EnumSource
  void aHiddenCommentSaysWhyAsOnTheBlog(TownPlatform platform) {
    String nasty = write(platform, "", "nasty");
    hide(platform, nasty);
    String address = site.page.url() + platform.path() + "/api";
    Removal removal = new Removal(false, true, "1.1 Profanity", "1.1 Groserías");
    Objects.requireNonNull(site.page.reasons().get(address))
        .removed(nasty, UUID.randomUUID(), Optional.of(removal), "http://127.0.0.1:8080/cases/1");

    JsonNode removed = feed(platform, site.newBrowser()).at("/removed/0");
    assertThat(removed.path("why").asText())
        .isEqualTo("Hidden under 1.1 Profanity. A moderator reviews it.");
    assertThat(removed.toString()).doesNotContain("nasty");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenAndHiddenIsSoAfterARestart(TownPlatform platform) throws IOException {
    String stays = write(platform, "", "kind");
    String nasty = write(platform, stays, "nasty");
    hide(platform, nasty);
    String gone = write(platform, "", "gone");
    site.inBrowser(dana, "DELETE", platform.path() + "/practice/" + change(gone), null);
    JsonNode before = feed(platform, dana);

    site.close();
    site.start();

    JsonNode after = feed(platform, dana);
    for (String part : List.of("threads", "folded", "hidden", "visible")) {
      assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
    }
    assertThat(write(platform, "", "next")).isNotIn(stays, nasty, gone);
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextIsOnlyText(TownPlatform platform) {
    String hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(2)> \u202Egnp.exe &amp;";
    post(platform, dana, "comments", Map.of("post", 1, "name", "<b>\"'Eve</b>", "text", hostile));

    assertThat(feed(platform, dana).at("/threads/0/text").asText()).isEqualTo(hostile);
    Site.Reply page = site.anonymously("GET", platform.path(), null);
    assertThat(page.http().body()).doesNotContain("alert(1)", "{{", "[[");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'");
  }

  @ParameterizedTest
  @EnumSource
  void thePageSaysInBothLanguagesThatItIsNotThePlatform(TownPlatform platform) {
    assertThat(site.anonymously("GET", platform.path(), null).http().body())
        .contains("<html lang=\"en\">", "It is not " + platform.text(), "Post comment")
        .contains("href=\"" + platform.path() + "\" aria-current=\"page\"");
    assertThat(site.inSpanish(platform.path()).http().body())
        .contains("<html lang=\"es\">", "No es " + platform.text(), "Publicar comentario")
        .doesNotContain("Post comment<", "[[");
  }

  @ParameterizedTest
  @EnumSource
  void theExamplesOfTheBlogAreHereToo(TownPlatform platform) {
    for (Example example : Example.ALL) {
      Map<String, Object> order = Map.of("post", 1, "kind", example.kind());
      assertThat(post(platform, site.newBrowser(), "examples", order).status()).isEqualTo(201);
    }
    JsonNode threads = feed(platform, dana).path("threads");
    assertThat(threads).hasSize(Example.ALL.size());
    assertThat(threads.findValues("pictures").toString())
        .contains(site.page.url() + LockerPicture.PATH);
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatThePlatformWouldNotTakeIsRefused(TownPlatform platform) {
    Map<String, Object> tooLong =
        Map.of("post", 1, "name", "", "text", "x".repeat(platform.mostCharacters() + 1));
    assertThat(post(platform, dana, "comments", tooLong).http().body())
        .contains("too long for this platform");
  }

  @Test
  void whoIsBlockedOnFacebookWritesNothingMoreUnderThatName() {
    write(TownPlatform.FACEBOOK, "", "first");
    String comments = "/facebook/api/v25.0/100200300_7007/comments";
    String author =
        call("GET", comments, "page-token", "text/plain", "").at("/data/0/from/id").asText();
    call(
        "POST",
        "/facebook/api/v25.0/me/blocked",
        "page-token",
        "application/x-www-form-urlencoded",
        "user=" + author);

    Map<String, Object> again = Map.of("post", 1, "name", "Dana R.", "text", "again");
    assertThat(post(TownPlatform.FACEBOOK, dana, "comments", again).status()).isEqualTo(403);
    assertThat(write(TownPlatform.YOUTUBE, "", "elsewhere")).isNotEmpty();
  }

  @Test
  void theApisAnswerNobodyWithoutTheSecret() {
    assertThat(call("GET", "/facebook/api/v25.0/me/posts", "guess", "text/plain", "").toString())
        .contains("OAuthException");
    assertThat(
            call("GET", "/youtube/api/youtube/v3/channels", "guess", "text/plain", "").toString())
        .contains("authError");
    String session = "/bluesky/api/xrpc/com.atproto.server.getSession";
    assertThat(call("GET", session, "guess", "text/plain", "").toString()).contains("InvalidToken");
  }
}

package hallmonitor.local.practice;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A practice page under test and a client that uses real HTTP. */
final class Site implements AutoCloseable {
  static final String CREDENTIAL = "moderator:abcd EFGH ijkl";
  static final PracticeAccounts ACCOUNTS = accounts(CREDENTIAL);
  private static final String COMMENTS = "/wp-json/wp/v2/comments";

  final Path folder;
  final HttpClient http = HttpClient.newHttpClient();
  PracticePage page;

  Site(Path folder) throws IOException {
    this.folder = folder;
    start();
  }

  static PracticeAccounts accounts(String wordPress) {
    return new PracticeAccounts(
        wordPress,
        "page-token",
        "app-secret",
        URI.create("http://127.0.0.1:9/push/practice-facebook"),
        "client:client-secret:refresh-token",
        "school.test:app-password");
  }

  void start() throws IOException {
    page = PracticePage.start(0, folder, ACCOUNTS);
  }

  /** One answer. */
  record Reply(int status, JsonNode json, HttpResponse<String> http) {
    String code() {
      return json.path("code").asText();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    List<Integer> ids() {
      List<Integer> ids = new ArrayList<>();
      json.forEach(each -> ids.add(each.path("id").asInt()));
      return ids;
    }
  }

  Reply anonymously(String method, String path, Object body) {
    return send(method, path, body, null, null);
  }

  Reply asModerator(String method, String path, Object body) {
    return send(method, path, body, "moderator:abcdEFGHijkl", null);
  }

  Reply withPassword(String userAndPassword, String path) {
    return send("GET", path, null, userAndPassword, null);
  }

  Reply inBrowser(String cookie, String method, String path, Object body) {
    return send(method, path, body, null, cookie);
  }

  Reply inSpanish(String path) {
    return answer(request(path).header("Accept-Language", "es-MX,es;q=0.9,en;q=0.8").GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(page.url() + path)).timeout(Duration.ofSeconds(30));
  }

  private Reply send(String method, String path, Object body, String credential, String cookie) {
    HttpRequest.Builder request = request(path);
    if (credential != null) {
      String basic = Base64.getEncoder().encodeToString(credential.getBytes());
      request.header("Authorization", "Basic " + basic);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    byte[] json =
        body instanceof String raw ? raw.getBytes() : body == null ? null : Json.bytes(body);
    return answer(
        request.method(
            method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json)));
  }

  private Reply answer(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Reply(
          answer.statusCode(),
          isJson ? Json.MAPPER.readTree(answer.body()) : Json.MAPPER.missingNode(),
          answer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a cookie as a new browser gets it. */
  String newBrowser() {
    String cookie = anonymously("GET", "/", null).header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** Creates a comment under the first post. */
  int comment(String text) throws IOException {
    return page.comments().create(PracticeComment.Draft.plain(1, 0, "Dana", text)).id();
  }

  Reply list(String query) {
    return asModerator("GET", COMMENTS + "?context=edit&" + query, null);
  }

  static String comments() {
    return COMMENTS;
  }

  static String comment(int id) {
    return COMMENTS + "/" + id;
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}

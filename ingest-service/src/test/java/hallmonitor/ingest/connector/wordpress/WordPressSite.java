package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.TestSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A WordPress site as its visitors and moderators use it, over its public REST API. */
public final class WordPressSite implements TestSite {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String api;
  private final String url;
  private final String credential;
  private final String post;

  /**
   * Creates a client.
   *
   * @param credential of a moderator, {@code user:password}
   */
  public WordPressSite(String url, String credential) {
    this.url = url;
    this.api = url + "/wp-json/wp/v2";
    this.credential = credential;
    this.post = send("GET", "/posts?per_page=1", null, false).get(0).path("id").asText();
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String credential() {
    return credential;
  }

  @Override
  public String wrongCredential() {
    return "moderator:wrong";
  }

  @Override
  public String post() {
    return post;
  }

  /** Returns the address of the post. */
  public String link() {
    return send("GET", "/posts/" + post, null, false).path("link").asText();
  }

  @Override
  public String comment(String text) {
    return comment("Visitor", text);
  }

  @Override
  public String reply(String parent, String text) {
    return reply(parent, "Visitor", text);
  }

  @Override
  public void delete(String id) {
    deleteForGood(id);
  }

  @Override
  public String missing() {
    return "999999999";
  }

  @Override
  public boolean shows(String id) {
    return asModerator(id).path("status").asText().equals("approved");
  }

  /** Posts a comment as an anonymous visitor and returns its id. */
  String comment(String name, String content) {
    return reply("0", name, content);
  }

  String reply(String parent, String name, String content) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("post", Integer.parseInt(post));
    body.put("parent", Integer.parseInt(parent));
    body.put("author_name", name);
    body.put("author_email", "");
    body.put("content", content);
    return send("POST", "/comments", body, false).path("id").asText();
  }

  @Override
  public void edit(String id, String content) {
    send("POST", "/comments/" + id, Map.of("content", content), true);
  }

  /** The practice page has no editor. */
  @Override
  public boolean editPost(String text) {
    try {
      send("POST", "/posts/" + post, Map.of("content", text), true);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  void setStatus(String id, String status) {
    send("POST", "/comments/" + id, Map.of("status", status), true);
  }

  void deleteForGood(String id) {
    send("DELETE", "/comments/" + id + "?force=true", null, true);
  }

  JsonNode asModerator(String id) {
    return send("GET", "/comments/" + id + "?context=edit", null, true);
  }

  private JsonNode send(String method, String path, Map<String, ?> body, boolean moderator) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(api + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(JSON.writeValueAsString(body)));
      if (moderator) {
        request.header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8)));
      }
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

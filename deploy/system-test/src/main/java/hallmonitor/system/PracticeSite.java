package hallmonitor.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The public side of a site with WordPress's REST API, as a visitor without an account uses it. */
public final class PracticeSite {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  public PracticeSite(String address) {
    this.address = address;
  }

  /** Writes a comment and returns its id. */
  public int post(int post, String author, String text) {
    JsonNode created =
        send(
            "POST",
            "/wp-json/wp/v2/comments",
            Map.of(
                "post",
                post,
                "author_name",
                author,
                "author_email",
                "guest@example.org",
                "content",
                text),
            201);
    return created.path("id").asInt();
  }

  /** Returns whether the public can see it. */
  public boolean shows(int comment) {
    return status("/wp-json/wp/v2/comments/" + comment) == 200;
  }

  /** Returns those of at most 100 comments that the public can see. */
  public Set<Integer> shown(Collection<Integer> comments) {
    String ids = comments.stream().map(Object::toString).collect(Collectors.joining(","));
    JsonNode list =
        send("GET", "/wp-json/wp/v2/comments?_fields=id&per_page=100&include=" + ids, null, 200);
    Set<Integer> shown = new HashSet<>();
    list.forEach(comment -> shown.add(comment.path("id").asInt()));
    return shown;
  }

  /**
   * Writes under the school's post on a platform and returns the platform's id of the comment.
   *
   * @param platform such as {@code facebook}
   */
  public String write(String platform, String author, String text) {
    Map<String, Object> written = Map.of("post", 1, "name", author, "text", text);
    return send("POST", "/" + platform + "/practice/comments", written, 201).path("id").asText();
  }

  /** Returns whether a stranger sees it among the comments there. */
  public boolean shows(String platform, String comment) {
    return send("GET", "/" + platform + "/practice/feed?since=0&post=1", null, 200)
        .path("threads")
        .findValuesAsText("id")
        .contains(comment);
  }

  /** Returns what the page says about the newest removed comments under a post. */
  public JsonNode removed(int post) {
    return send("GET", "/practice/feed?since=0&post=" + post, null, 200).path("removed");
  }

  /** Returns what the page of a platform says about the newest hidden comments there. */
  public JsonNode removed(String platform) {
    return send("GET", "/" + platform + "/practice/feed?since=0&post=1", null, 200).path("removed");
  }

  /** Starts the stream of comments; see the practice page's documentation for its options. */
  public void stream(Map<String, Object> order) {
    send("POST", "/practice/stream", order, 202);
  }

  /** Stops the stream; does nothing if none runs. */
  public void stopStream() {
    send("DELETE", "/practice/stream", null, 200);
  }

  /** Returns how many comments the stream has written, and whether it is still running. */
  public JsonNode streamProgress() {
    return send("GET", "/practice/stream", null, 200);
  }

  private int status(String path) {
    return exchange(HttpRequest.newBuilder(URI.create(address + path)).GET().build()).statusCode();
  }

  private JsonNode send(
      String method, String path, @Nullable Map<String, Object> body, int expected) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path))
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      HttpResponse<String> response = exchange(request);
      if (response.statusCode() != expected) {
        throw new IllegalStateException(
            method + " " + path + " answered " + response.statusCode() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

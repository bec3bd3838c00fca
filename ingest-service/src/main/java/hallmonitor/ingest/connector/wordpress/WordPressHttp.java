package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls one WordPress site's REST API as one user. Every failure becomes a fault. */
final class WordPressHttp {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PlatformHttp http;

  WordPressHttp(PlatformHttp http) {
    this.http = http;
  }

  /** Gets how the site describes its API, which it tells everyone. */
  JsonAnswer root() throws PlatformException {
    return good(
        JsonAnswer.of(
            http.site(),
            http.send(
                http.request("/wp-json/", Map.of("_fields", "authentication"))
                    .header("Accept", "application/json")
                    .build())));
  }

  /** Gets the JSON at a path such as {@code /comments}. Any status but 200 is a fault. */
  JsonAnswer get(String path, Map<String, String> query) throws PlatformException {
    return good(send(path, query, "GET", null));
  }

  /** Posts a JSON body; otherwise like {@link #get}. */
  JsonAnswer post(String path, Map<String, ?> body) throws PlatformException {
    return good(send(path, Map.of(), "POST", body));
  }

  /** Returns the answer unchanged, unless there was none or it was not JSON. */
  JsonAnswer delete(String path) throws PlatformException {
    return send(path, Map.of(), "DELETE", null);
  }

  /** Returns WordPress's error code, such as {@code rest_already_trashed}; empty for none. */
  static String code(JsonAnswer answer) {
    return answer.body().path("code").asText("");
  }

  /** Returns a successful answer, or throws the fault for an error. */
  JsonAnswer good(JsonAnswer answer) throws PlatformException {
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(
        WordPressFaults.of(
            answer.status(),
            code(answer),
            answer.body().path("message").asText(""),
            http.retryAfter(answer.response().headers()),
            http.site()));
  }

  private JsonAnswer send(
      String path, Map<String, String> query, String method, @Nullable Object body)
      throws PlatformException {
    String basic = Base64.getEncoder().encodeToString(http.credential().getBytes(UTF_8));
    HttpRequest.Builder request =
        http.request("/wp-json/wp/v2" + path, query)
            .header("Accept", "application/json")
            .header("Authorization", "Basic " + basic);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }
    return JsonAnswer.of(http.site(), http.send(request.build()));
  }
}

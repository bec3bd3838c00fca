package hallmonitor.ingest.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A visitor's client, with cookies: independent of the connectors' own. */
public final class SiteClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ATTEMPTS = 5;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  public JsonNode get(String url, Map<String, String> headers) {
    return json(send(builder(url, headers).GET().build()));
  }

  public JsonNode form(
      String method, String url, Map<String, String> headers, Map<String, String> form) {
    return json(formResponse(method, url, headers, form));
  }

  public HttpResponse<String> formResponse(
      String method, String url, Map<String, String> headers, Map<String, String> form) {
    return send(
        builder(url, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                method,
                BodyPublishers.ofString(hallmonitor.ingest.connector.http.PlatformHttp.form(form)))
            .build());
  }

  /**
   * Sends a request; sends it again on another connection if the server closed the kept one without
   * saying so, as snac does after each answer.
   */
  public HttpResponse<String> send(HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return http.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  public static HttpRequest.Builder builder(String url, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    headers.forEach(request::header);
    return request;
  }

  /** Returns a good answer's body. */
  public static JsonNode json(HttpResponse<String> response) {
    try {
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            response.uri() + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

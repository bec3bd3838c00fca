package hallmonitor.ingest.connector.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.RateHeaders;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one WordPress site, as one user, within the account's budget. Every failure
 * becomes a fault.
 */
final class WordPressHttp {
  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A complete JSON answer, success or error. */
  record Answer(HttpResponse<byte[]> response, JsonNode body) {
    /** Returns WordPress's error code, such as {@code rest_already_trashed}; empty for none. */
    String code() {
      return body.path("code").asText("");
    }

    /** Returns the comments in the answer, with their own bytes. */
    List<RawComment> comments() throws PlatformException {
      try {
        return RawComment.in(response.body());
      } catch (IOException e) {
        throw new PlatformException(
            new Fault.Transient(
                "The site answered with something that is no list of comments in UTF-8. It is tried"
                    + " again."));
      }
    }
  }

  private final HttpClient http;
  private final Access access;
  private final Duration answerWithin;
  private final InstantSource clock;

  WordPressHttp(HttpClient http, Access access, Duration answerWithin, InstantSource clock) {
    this.http = http;
    this.access = access;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  /** Gets the JSON at a path such as {@code /comments}. Any status but 200 is a fault. */
  Answer get(String path, Map<String, String> query) throws PlatformException {
    return good(send(path, query, "GET", null));
  }

  /** Posts a JSON body; otherwise like {@link #get}. */
  Answer post(String path, Map<String, ?> body) throws PlatformException {
    return good(send(path, Map.of(), "POST", body));
  }

  /** Returns the answer unchanged, unless there was none or it was not JSON. */
  Answer delete(String path) throws PlatformException {
    return send(path, Map.of(), "DELETE", null);
  }

  /** Returns a successful answer, or throws the fault for an error. */
  Answer good(Answer answer) throws PlatformException {
    if (answer.response().statusCode() / 100 == 2) {
      return answer;
    }
    throw new PlatformException(
        WordPressFaults.of(
            answer.response().statusCode(),
            answer.code(),
            answer.body().path("message").asText(""),
            RateHeaders.retryAfter(answer.response().headers(), clock),
            access.baseUrl()));
  }

  private Answer send(String path, Map<String, String> query, String method, @Nullable Object body)
      throws PlatformException {
    HttpRequest request = request(path, query, method, body);
    access.budget().spend();
    HttpResponse<byte[]> response = exchange(request);
    RateHeaders.learn(response.headers(), access.budget(), clock);
    return new Answer(response, json(response));
  }

  private HttpRequest request(
      String path, Map<String, String> query, String method, @Nullable Object body)
      throws PlatformException {
    String credential =
        access
            .secrets()
            .find(access.credential())
            .orElseThrow(
                () ->
                    new PlatformException(
                        new Fault.AuthLost(access.secrets().howToProvide(access.credential()))));
    String parameters =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.baseUrl() + "/wp-json/wp/v2" + path + parameters))
            .timeout(answerWithin)
            .header("Accept", "application/json")
            .header("User-Agent", "HallMonitor/1.0")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return request
        .method(
            method,
            body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.valueToTree(body).toString()))
        .build();
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws PlatformException {
    try {
      return Exchange.within(answerWithin, http, request, CappedBody.upTo(LONGEST_ANSWER));
    } catch (TimeoutException e) {
      throw unanswered("did not answer within " + answerWithin.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable why = Objects.requireNonNullElse(e.getCause(), e);
      throw unanswered("cannot be reached (" + why.getClass().getSimpleName() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered("was not waited for, because this service stops", e);
    }
  }

  private PlatformException unanswered(String what, Exception cause) {
    return new PlatformException(
        new Fault.Transient(
            "%s %s; is the site up, and is base-url right? It is tried again."
                .formatted(access.baseUrl(), what)),
        cause);
  }

  private JsonNode json(HttpResponse<byte[]> response) throws PlatformException {
    try {
      JsonNode body = JSON.readTree(response.body());
      if (body != null && body.isContainerNode()) {
        return body;
      }
    } catch (IOException e) {
      // The exception is dropped because parsers quote their input; the fault below does not.
    }
    if (response.statusCode() / 100 != 2) {
      return JSON
          .createObjectNode(); // the error page of a proxy or firewall: only the status counts
    }
    throw new PlatformException(
        new Fault.Transient(
            "%s answered with something that is not JSON; does a plugin or a maintenance page stand in front of its REST API? It is tried again."
                .formatted(access.baseUrl())));
  }
}

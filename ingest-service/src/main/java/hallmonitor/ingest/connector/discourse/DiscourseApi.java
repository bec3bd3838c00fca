package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls one forum. Every failure becomes a fault. */
final class DiscourseApi {
  private final Access access;
  private final PlatformHttp http;

  /** Requests since a lane last paused, including acts, because a forum counts them together. */
  private final AtomicInteger asked = new AtomicInteger();

  DiscourseApi(Access access, PlatformHttp http) {
    this.access = access;
    this.http = http;
  }

  URI site() {
    return http.site();
  }

  DiscourseSecret secret() throws PlatformException {
    return DiscourseSecret.parse(http.credential());
  }

  /**
   * Extends a lane's pause for each request since the last one, because a forum reports its limits
   * only when one is reached.
   *
   * @param each for one request
   */
  void rest(Use lane, Duration each) {
    RateBudget budget = access.budget();
    int requests = Math.max(1, asked.getAndSet(0));
    budget.rest(lane, budget.untilAllowed(lane).plus(each.multipliedBy(requests)));
  }

  /** Gets the JSON at a path such as {@code /posts.json}. */
  JsonAnswer get(String path, Map<String, String> query) throws PlatformException {
    HttpResponse<byte[]> response = send(request(path, query).GET());
    JsonAnswer answer = JsonAnswer.of(http.site(), response);
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(fault(answer, true));
  }

  /** Changes something. The answer may be empty. */
  void change(String method, String path, JsonNode body) throws PlatformException {
    HttpResponse<byte[]> response =
        send(
            request(path, Map.of())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())));
    if (response.statusCode() / 100 != 2) {
      throw new PlatformException(fault(JsonAnswer.of(http.site(), response), false));
    }
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws PlatformException {
    asked.incrementAndGet();
    return http.send(request.build());
  }

  private HttpRequest.Builder request(String path, Map<String, String> query)
      throws PlatformException {
    DiscourseSecret secret = secret();
    return http.request(path, query)
        .header("Accept", "application/json")
        .header("Api-Key", secret.key())
        .header("Api-Username", secret.user());
  }

  /**
   * A forum sends {@code {errors: [text], error_type}}. Its limit applies to reads and acts
   * together, so acts wait, too, when it is reached.
   */
  private Fault fault(JsonAnswer answer, boolean reading) {
    int status = answer.status();
    String type = answer.body().path("error_type").asText("");
    String said = answer.body().at("/errors/0").asText("");
    if (status == 403 && reading) {
      return new Fault.AuthLost(
          http.site()
              + " does not accept the API key, or its user may not see this; make a key for a moderator under Admin, API, and store it as 'username:api-key'.");
    }
    if (status == 404) {
      return type.equals("not_found")
          ? new Fault.Gone("The post no longer exists on " + http.site() + ".")
          : new Fault.Transient(
              "There is no Discourse at %s; check base-url, which is the forum's address. It is tried again."
                  .formatted(http.site()));
    }
    return HttpFaults.of(status, wait(answer), http.site())
        .orElseGet(
            () ->
                new Fault.Rejected(
                    "%s refused (status %d)%s"
                        .formatted(http.site(), status, said.isEmpty() ? "." : ": " + said)));
  }

  private Optional<Duration> wait(JsonAnswer answer) {
    int seconds = answer.body().at("/extras/wait_seconds").asInt(0);
    return seconds > 0
        ? Optional.of(Duration.ofSeconds(seconds))
        : http.retryAfter(answer.response().headers());
  }
}

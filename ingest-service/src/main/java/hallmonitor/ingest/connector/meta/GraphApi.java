package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the Graph API with one account's token, which travels in a header so that it appears in no
 * log of addresses. Every failure becomes a fault.
 */
public final class GraphApi {
  /**
   * The version of the API, which works for two years
   * (https://developers.facebook.com/docs/graph-api/guides/versioning).
   */
  static final String VERSION = "/v25.0";

  private final Access access;
  private final PlatformHttp http;

  public GraphApi(Access access, PlatformHttp http) {
    this.access = access;
    this.http = http;
  }

  /** Gets a node or an edge such as {@code /me/posts}. */
  public JsonAnswer get(String path, Map<String, String> query) throws PlatformException {
    return send(request(path, query).GET());
  }

  public JsonAnswer post(String path, Map<String, String> form) throws PlatformException {
    return send(
        request(path, Map.of())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(PlatformHttp.form(form))));
  }

  public JsonAnswer delete(String path, Map<String, String> query) throws PlatformException {
    return send(request(path, query).DELETE());
  }

  /** Pauses a lane of the account, because no header reports limits before much is used. */
  void rest(Use lane, Duration wait) {
    access.budget().rest(lane, wait);
  }

  /** Pauses the live lane until the platform announces news, for the same reason. */
  void restUnlessAnnounced(Duration wait) {
    access.budget().restUnlessAnnounced(wait);
  }

  /** Returns the token's mark, which shows that a secret has changed. */
  int secretMark() throws PlatformException {
    return GraphSecret.parse(http.credential()).hashCode();
  }

  /** Returns whether the account's requests go to a host of this name. */
  public boolean isHost(String name) {
    return name.equals(http.site().getHost());
  }

  private HttpRequest.Builder request(String path, Map<String, String> query)
      throws PlatformException {
    GraphSecret secret = GraphSecret.parse(http.credential());
    Map<String, String> all = new LinkedHashMap<>(query);
    secret.proof().ifPresent(proof -> all.put("appsecret_proof", proof));
    return http.request(VERSION + path, all)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + secret.token());
  }

  private JsonAnswer send(HttpRequest.Builder request) throws PlatformException {
    HttpResponse<byte[]> response = http.send(request.build());
    Optional<GraphUsage> usage = GraphUsage.of(response.headers());
    usage.ifPresent(u -> u.tell(access.budget()));
    JsonAnswer answer = JsonAnswer.of(http.site(), response);
    if (answer.good()) {
      return answer;
    }
    Optional<Duration> untilMore = usage.flatMap(GraphUsage::untilMore);
    throw new PlatformException(
        GraphFaults.of(answer, untilMore, http.retryAfter(response.headers()), http.site()));
  }
}

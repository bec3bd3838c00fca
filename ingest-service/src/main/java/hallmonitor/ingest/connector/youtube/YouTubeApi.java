package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Calls the API for one account and counts the units. Every failure becomes a fault. */
final class YouTubeApi {
  private final Access access;
  private final PlatformHttp http;
  private final GoogleTokens tokens;
  private final Function<String, UnitQuota> quotas;
  private final AtomicInteger listed = new AtomicInteger();

  /**
   * Creates the caller.
   *
   * @param quotas by client id
   */
  YouTubeApi(
      Access access, PlatformHttp http, GoogleTokens tokens, Function<String, UnitQuota> quotas) {
    this.access = access;
    this.http = http;
    this.tokens = tokens;
    this.quotas = quotas;
  }

  Access access() {
    return access;
  }

  /** Returns the secret as it is now. */
  GoogleSecret secret() throws PlatformException {
    return GoogleSecret.parse(http.credential());
  }

  /** Returns the quota of the project that the account's secret belongs to. */
  UnitQuota quota() throws PlatformException {
    return quotas.apply(secret().clientId());
  }

  /** Returns the units that lists have cost since the last call. */
  int takeListed() {
    return listed.getAndSet(0);
  }

  /** Lists a resource such as {@code comments}. */
  JsonAnswer list(String resource, Map<String, String> query) throws PlatformException {
    return read(send(resource, query, HttpRequest.Builder::GET, UnitQuota.LIST));
  }

  /**
   * Lists a page.
   *
   * @param token from the previous page, or empty. An unknown token starts over at the first page:
   *     reading twice is harmless, and a lane must not stop permanently.
   */
  JsonAnswer page(String resource, Map<String, String> query, String token)
      throws PlatformException {
    Map<String, String> all = new LinkedHashMap<>(query);
    if (!token.isEmpty()) {
      all.put("pageToken", token);
    }
    HttpResponse<byte[]> response = send(resource, all, HttpRequest.Builder::GET, UnitQuota.LIST);
    if (response.statusCode() == 400
        && !token.isEmpty()
        && YouTubeFaults.reason(JsonAnswer.of(http.site(), response)).equals("invalidPageToken")) {
      return list(resource, query);
    }
    return read(response);
  }

  /** Changes something. The answer may be empty. */
  void change(String resource, Map<String, String> query, String json) throws PlatformException {
    HttpResponse<byte[]> response =
        send(
            resource,
            query,
            request ->
                request
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString(json)),
            UnitQuota.CHANGE);
    // Reading may pause for the day, so acts must also check whether the units run low.
    access.budget().learnShare(quota().left(), quota().untilReset());
    if (response.statusCode() != 204) {
      read(response);
    }
  }

  private JsonAnswer read(HttpResponse<byte[]> response) throws PlatformException {
    JsonAnswer answer = JsonAnswer.of(http.site(), response);
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(
        YouTubeFaults.of(answer, http.retryAfter(response.headers()), quota(), http.site()));
  }

  /** Tries again with a new token if the old one was refused early. */
  private HttpResponse<byte[]> send(
      String resource,
      Map<String, String> query,
      Function<HttpRequest.Builder, HttpRequest.Builder> method,
      int units)
      throws PlatformException {
    String token = tokens.current();
    HttpResponse<byte[]> response = sendOnce(resource, query, method, units, token);
    if (response.statusCode() == 401) {
      tokens.refused(token);
      response = sendOnce(resource, query, method, units, tokens.current());
    }
    return response;
  }

  private HttpResponse<byte[]> sendOnce(
      String resource,
      Map<String, String> query,
      Function<HttpRequest.Builder, HttpRequest.Builder> method,
      int units,
      String token)
      throws PlatformException {
    quota().spend(access.account(), units);
    if (units == UnitQuota.LIST) {
      listed.addAndGet(units);
    }
    return http.send(
        method
            .apply(
                http.request("/youtube/v3/" + resource, query)
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token))
            .build());
  }
}

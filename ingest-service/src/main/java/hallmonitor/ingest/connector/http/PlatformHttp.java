package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.account.Tenure;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.messaging.http.CappedBody;
import hallmonitor.messaging.http.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends one account's requests, within its budget and to its own host only. A missing answer is a
 * fault; the connector decides what a status means.
 */
public final class PlatformHttp {
  /** How long an answer may take unless a test says otherwise. */
  public static final Duration ANSWER = Tenure.LONGEST_REQUEST;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

  private final HttpClient http;
  private final Access access;
  private final Duration answerWithin;
  private final InstantSource clock;

  /**
   * Creates a sender.
   *
   * @param http from {@link #client}
   * @param answerWithin time after which a request counts as unanswered
   */
  public PlatformHttp(HttpClient http, Access access, Duration answerWithin, InstantSource clock) {
    this.http = http;
    this.access = access;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  /** Creates a client that follows no redirects: a credential goes only to the configured host. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }

  public URI site() {
    return access.baseUrl();
  }

  /** Returns the account's credential as it is now. */
  public String credential() throws PlatformException {
    return access
        .secrets()
        .credential(access.credential())
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.AuthLost(access.secrets().howToProvide(access.credential()))));
  }

  /** Returns the account's credential; empty for a public page that needs none. */
  public Optional<String> credentialIfAny() {
    return access.secrets().credential(access.credential());
  }

  /**
   * Starts a request to the account's host.
   *
   * @param path appended to the base URL
   */
  public HttpRequest.Builder request(String path, Map<String, String> query) {
    String parameters = query.isEmpty() ? "" : "?" + form(query);
    return requestTo(URI.create(access.baseUrl() + path + parameters));
  }

  /** Starts a request to an address that the platform's own documentation fixes. */
  public HttpRequest.Builder requestTo(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(answerWithin)
        .header("User-Agent", "HallMonitor/1.0");
  }

  /** Encodes parameters as a query or a form. */
  public static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Sends a request, counts it, and applies the limits that the answer reports. */
  public HttpResponse<byte[]> send(HttpRequest request) throws PlatformException {
    HttpResponse<byte[]> response = sendAside(request);
    RateHeaders.learn(response.headers(), access.budget(), clock);
    return response;
  }

  /**
   * Sends a request that is answered in JSON.
   *
   * @param fault what an answer that is no success means
   */
  public JsonAnswer json(HttpRequest.Builder request, Function<JsonAnswer, Fault> fault)
      throws PlatformException {
    JsonAnswer answer = JsonAnswer.of(site(), send(request.build()));
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(fault.apply(answer));
  }

  /** Sends and counts a request with limits of its own, such as a sign-in. */
  public HttpResponse<byte[]> sendAside(HttpRequest request) throws PlatformException {
    if (!access.owned().getAsBoolean()) {
      throw new PlatformException(new Fault.Transient(Tenure.NOT_HELD));
    }
    access.budget().spend();
    return exchange(request);
  }

  /** Returns the wait that an answer asks for. */
  public Optional<Duration> retryAfter(HttpHeaders headers) {
    return RateHeaders.retryAfter(headers, clock);
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
}

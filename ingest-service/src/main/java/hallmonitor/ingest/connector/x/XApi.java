package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.x.MonthlySpending.Price;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls the API for one account and counts what it costs. Every failure becomes a fault. X limits
 * each endpoint separately, so the headers of one do not apply to the others.
 */
final class XApi {
  /** At the cap, the time until the next check whether a new month has started. */
  private static final Duration AT_THE_CAP = Duration.ofHours(1);

  /**
   * Below these shares of the money, a lane pauses so that the more important ones can continue.
   */
  private static final double FOR_SWEEPS = 0.1;

  private static final double FOR_HISTORY = 0.5;

  private final Access access;
  private final PlatformHttp http;
  private final OAuthSigner signer;
  private final Function<String, MonthlySpending> spending;

  /**
   * Creates the caller.
   *
   * @param spending by the app's key
   */
  XApi(
      Access access,
      PlatformHttp http,
      OAuthSigner signer,
      Function<String, MonthlySpending> spending) {
    this.access = access;
    this.http = http;
    this.signer = signer;
    this.spending = spending;
  }

  /** Returns the secret as it is now. */
  XSecret secret() throws PlatformException {
    return XSecret.parse(http.credential());
  }

  MonthlySpending spending() throws PlatformException {
    return spending.apply(secret().key());
  }

  /** Reads for a lane, unless the month's money is spent. */
  JsonAnswer read(String path, Map<String, String> query) throws PlatformException {
    refuseAtTheCap();
    return get(path, query, Price.POST);
  }

  /** Refuses to read once the month's money is spent. */
  void refuseAtTheCap() throws PlatformException {
    MonthlySpending money = spending();
    if (money.left() <= 0) {
      access.budget().showShare(0);
      throw new PlatformException(new Fault.Throttled(money.sentence(), AT_THE_CAP, true));
    }
  }

  /**
   * Reads what an act needs, regardless of cost.
   *
   * @param price of what the answer is about
   */
  JsonAnswer get(String path, Map<String, String> query, Price price) throws PlatformException {
    JsonAnswer answer = send("GET", path, query, BodyPublishers.noBody(), Reason.READ);
    MonthlySpending money = spending();
    charge(money, price, answer.body().path("data"));
    charge(money, Price.USER, answer.body().at("/includes/users"));
    charge(money, Price.MEDIA, answer.body().at("/includes/media"));
    access.budget().showShare(money.left());
    return answer;
  }

  private static void charge(MonthlySpending money, Price price, JsonNode resources) {
    for (JsonNode one : resources.isObject() ? List.of(resources) : resources) {
      money.read(price, one.path("id").asText(one.path("media_key").asText()));
    }
  }

  JsonAnswer change(String method, String path, JsonNode body, Price price)
      throws PlatformException {
    JsonAnswer answer =
        send(method, path, Map.of(), BodyPublishers.ofString(body.toString()), Reason.ACT);
    spending().act(price);
    return answer;
  }

  /** Pauses a lane after a read, and the lanes that must wait while little money is left. */
  void rest(Use lane, Duration wait) throws PlatformException {
    RateBudget budget = access.budget();
    budget.rest(lane, wait);
    double left = spending().left();
    if (left <= FOR_HISTORY) {
      budget.rest(Use.BACKFILL, AT_THE_CAP);
    }
    if (left <= FOR_SWEEPS) {
      budget.rest(Use.RECONCILE, AT_THE_CAP);
    }
  }

  /** Returns whether there is money to read comments again. */
  boolean sweeps() throws PlatformException {
    return spending().left() > FOR_SWEEPS;
  }

  /** The purpose of a request. */
  private enum Reason {
    READ,
    ACT
  }

  private JsonAnswer send(
      String method, String path, Map<String, String> query, BodyPublisher body, Reason why)
      throws PlatformException {
    String address = http.site() + path;
    String all = query.isEmpty() ? "" : "?" + OAuthSigner.query(query);
    HttpRequest.Builder request =
        http.requestTo(URI.create(address + all))
            .header("Accept", "application/json")
            .header("Authorization", signer.header(secret(), method, address, query))
            .method(method, body);
    if (why == Reason.ACT) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<byte[]> response = http.sendAside(request.build());
    JsonAnswer answer = JsonAnswer.of(http.site(), response);
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(
        XFaults.of(answer, http.retryAfter(response.headers()), why == Reason.READ, http.site()));
  }
}

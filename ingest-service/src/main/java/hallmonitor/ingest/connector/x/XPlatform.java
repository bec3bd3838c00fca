package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts on X, with the keys of an app and a token of the account. */
public final class XPlatform implements Platform {
  private final HttpClient http = PlatformHttp.client();

  /**
   * Spending by the app's key, because X bills apps and the accounts of one app share its budget.
   */
  private final Map<String, MonthlySpending> spending = new ConcurrentHashMap<>();

  private final Duration answerWithin;
  private final InstantSource clock;
  private final long dollarsAMonth;

  /**
   * Creates the platform.
   *
   * @param dollarsAMonth reading stops when an app has cost this much in a month; 0 reads nothing
   */
  public XPlatform(long dollarsAMonth) {
    this(PlatformHttp.ANSWER, InstantSource.system(), dollarsAMonth);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public XPlatform(Duration answerWithin, InstantSource clock, long dollarsAMonth) {
    this.answerWithin = answerWithin;
    this.clock = clock;
    this.dollarsAMonth = dollarsAMonth;
  }

  @Override
  public String name() {
    return "x";
  }

  @Override
  public boolean countsTogether() {
    return true;
  }

  @Override
  public Optional<PlatformSignIn> signIn() {
    return Optional.of(new XSignIn(this::platform, new OAuthSigner(clock)));
  }

  private PlatformHttp platform(Access access) {
    return new PlatformHttp(http, access, answerWithin, clock);
  }

  @Override
  public Connector connect(Access access) {
    return new XConnector(
        new XApi(
            access,
            platform(access),
            new OAuthSigner(clock),
            key -> spending.computeIfAbsent(key, k -> new MonthlySpending(clock, dollarsAMonth))),
        new XPush(new PushSecrets(access)),
        clock);
  }
}

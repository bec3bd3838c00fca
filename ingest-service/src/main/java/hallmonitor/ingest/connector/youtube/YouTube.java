package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** YouTube channels, with a refresh token of the channel's owner. */
public final class YouTube implements Platform {
  /**
   * The quota of every Google project (https://developers.google.com/youtube/v3/getting-started).
   */
  public static final long UNITS_A_DAY = 10_000;

  private final HttpClient http = PlatformHttp.client();

  /** Quotas by the project's client id, because its channels share one. */
  private final Map<String, UnitQuota> quotas = new ConcurrentHashMap<>();

  private final Duration answerWithin;
  private final InstantSource clock;
  private final long unitsADay;

  public YouTube(long unitsADay) {
    this(PlatformHttp.ANSWER, InstantSource.system(), unitsADay);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   * @param unitsADay what Google lets each project spend in a day
   */
  public YouTube(Duration answerWithin, InstantSource clock, long unitsADay) {
    this.answerWithin = answerWithin;
    this.clock = clock;
    this.unitsADay = unitsADay;
  }

  @Override
  public String name() {
    return "youtube";
  }

  @Override
  public boolean countsTogether() {
    return true;
  }

  @Override
  public Optional<PlatformSignIn> signIn() {
    return Optional.of(new GoogleSignIn(this::platform, this::api));
  }

  private PlatformHttp platform(Access access) {
    return new PlatformHttp(http, access, answerWithin, clock);
  }

  private YouTubeApi api(Access access) {
    PlatformHttp platform = platform(access);
    return new YouTubeApi(access, platform, new GoogleTokens(platform, clock), this::quota);
  }

  @Override
  public Connector connect(Access access) {
    return new YouTubeConnector(api(access), clock);
  }

  private UnitQuota quota(String clientId) {
    return quotas.computeIfAbsent(clientId, id -> new UnitQuota(clock, unitsADay));
  }
}

package hallmonitor.ingest.connector.instagram;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.meta.GraphApi;
import hallmonitor.ingest.connector.meta.GraphConnector;
import hallmonitor.ingest.connector.meta.GraphSignIn;
import hallmonitor.ingest.connector.meta.MetaOffer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Professional accounts on Instagram. */
public final class Instagram implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;
  private final InstantSource clock;

  public Instagram() {
    this(PlatformHttp.ANSWER, InstantSource.system());
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Instagram(Duration answerWithin, InstantSource clock) {
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "instagram";
  }

  @Override
  public Optional<PlatformSignIn> signIn() {
    return Optional.of(new GraphSignIn(MetaOffer.INSTAGRAM, this::platform, this::api));
  }

  private PlatformHttp platform(Access access) {
    return new PlatformHttp(http, access, answerWithin, clock);
  }

  private GraphApi api(Access access) {
    return new GraphApi(access, platform(access));
  }

  @Override
  public Connector connect(Access access) {
    GraphApi api = api(access);
    return new GraphConnector(api, new InstagramAccount(api), new PushSecrets(access), clock);
  }
}

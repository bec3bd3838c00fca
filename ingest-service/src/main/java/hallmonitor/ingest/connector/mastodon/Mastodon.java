package hallmonitor.ingest.connector.mastodon;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Accounts on Mastodon and servers that speak its API, with an access token. */
public final class Mastodon implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;

  public Mastodon() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Mastodon(Duration answerWithin) {
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "mastodon";
  }

  @Override
  public Optional<PlatformSignIn> signIn() {
    return Optional.of(new MastodonSignIn(this::platform, this::api));
  }

  private PlatformHttp platform(Access access) {
    return new PlatformHttp(http, access, answerWithin, InstantSource.system());
  }

  private MastodonHttp api(Access access) {
    return new MastodonHttp(platform(access));
  }

  @Override
  public Connector connect(Access access) {
    return new MastodonConnector(api(access));
  }
}

package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PlatformSignIn;
import hallmonitor.ingest.connector.http.FrontPage;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** WordPress sites, self-hosted, with application passwords (WordPress 5.6 and later). */
public final class WordPress implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;

  public WordPress() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public WordPress(Duration answerWithin) {
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "wordpress";
  }

  @Override
  public Optional<PlatformSignIn> signIn() {
    return Optional.of(new WordPressSignIn(this::api));
  }

  private WordPressHttp api(Access access) {
    return new WordPressHttp(http(access));
  }

  private PlatformHttp http(Access access) {
    return new PlatformHttp(http, access, answerWithin, InstantSource.system());
  }

  @Override
  public Connector connect(Access access) {
    PlatformHttp site = http(access);
    return new WordPressConnector(new WordPressHttp(site), new FrontPage(site));
  }
}

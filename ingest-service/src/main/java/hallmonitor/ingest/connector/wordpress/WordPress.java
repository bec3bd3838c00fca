package hallmonitor.ingest.connector.wordpress;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** WordPress sites, self-hosted, with application passwords (WordPress 5.6 and later). */
public final class WordPress implements Platform {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final HttpClient http;
  private final Duration answerWithin;
  private final InstantSource clock = InstantSource.system();

  public WordPress() {
    this(ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public WordPress(Duration answerWithin) {
    this.answerWithin = answerWithin;
    // Does not follow redirects: the credential goes only to the configured host.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public String name() {
    return "wordpress";
  }

  @Override
  public Connector connect(Access access) {
    return new WordPressConnector(new WordPressHttp(http, access, answerWithin, clock));
  }
}

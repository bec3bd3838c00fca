package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** Bluesky accounts, signed in with an app password. */
public final class Bluesky implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;

  public Bluesky() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Bluesky(Duration answerWithin) {
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "bluesky";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    XrpcHttp http = new XrpcHttp(new PlatformHttp(this.http, access, answerWithin, clock));
    return new BlueskyConnector(new BlueskyApi(http, new BlueskySession(http, clock)), clock);
  }
}

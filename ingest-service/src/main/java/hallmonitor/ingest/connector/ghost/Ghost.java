package hallmonitor.ingest.connector.ghost;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.http.FrontPage;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** Ghost sites, with the Admin API key of an integration. */
public final class Ghost implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;

  public Ghost() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Ghost(Duration answerWithin) {
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "ghost";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    PlatformHttp site = new PlatformHttp(http, access, answerWithin, clock);
    return new GhostConnector(new GhostHttp(site, clock), new FrontPage(site));
  }
}

package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** Discourse forums. */
public final class Discourse implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;
  private final InstantSource clock;

  public Discourse() {
    this(PlatformHttp.ANSWER, InstantSource.system());
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Discourse(Duration answerWithin, InstantSource clock) {
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "discourse";
  }

  @Override
  public Connector connect(Access access) {
    return new DiscourseConnector(
        new DiscourseApi(access, new PlatformHttp(http, access, answerWithin, clock)),
        new PushSecrets(access),
        clock);
  }
}

package hallmonitor.ingest.connector.feed;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** Feeds of comments, public or behind a user name and password. */
public final class Rss implements Platform {
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(2);

  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;
  private final Duration settlesWithin;

  public Rss() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Rss(Duration answerWithin) {
    this(answerWithin, SETTLES_WITHIN);
  }

  Rss(Duration answerWithin, Duration settlesWithin) {
    this.answerWithin = answerWithin;
    this.settlesWithin = settlesWithin;
  }

  @Override
  public String name() {
    return "rss";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    FeedHttp feed =
        new FeedHttp(new PlatformHttp(http, access, answerWithin, clock), settlesWithin);
    return new FeedConnector(
        feed, new FeedPush(http, answerWithin, new PushSecrets(access), feed::hub, clock));
  }
}

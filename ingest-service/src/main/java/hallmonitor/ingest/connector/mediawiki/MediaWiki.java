package hallmonitor.ingest.connector.mediawiki;

import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/** Wikis that run MediaWiki, with a bot password of an administrator. */
public final class MediaWiki implements Platform {
  private final HttpClient http = PlatformHttp.client();
  private final Duration answerWithin;

  public MediaWiki() {
    this(PlatformHttp.ANSWER);
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public MediaWiki(Duration answerWithin) {
    this.answerWithin = answerWithin;
  }

  @Override
  public String name() {
    return "mediawiki";
  }

  @Override
  public Connector connect(Access access) {
    InstantSource clock = InstantSource.system();
    return new MediaWikiConnector(
        new WikiApi(new PlatformHttp(http, access, answerWithin, clock)), clock);
  }
}

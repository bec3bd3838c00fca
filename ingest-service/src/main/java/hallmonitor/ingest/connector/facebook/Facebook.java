package hallmonitor.ingest.connector.facebook;

import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.meta.GraphPlatform;
import hallmonitor.ingest.connector.meta.MetaOffer;
import java.time.Duration;
import java.time.InstantSource;

/** Facebook Pages, with a Page's access token. */
public final class Facebook extends GraphPlatform {
  public Facebook() {
    this(PlatformHttp.ANSWER, InstantSource.system());
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Facebook(Duration answerWithin, InstantSource clock) {
    super("facebook", MetaOffer.PAGE, FacebookPage::new, answerWithin, clock);
  }
}

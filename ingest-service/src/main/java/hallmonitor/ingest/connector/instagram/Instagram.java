package hallmonitor.ingest.connector.instagram;

import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.ingest.connector.meta.GraphPlatform;
import hallmonitor.ingest.connector.meta.MetaOffer;
import java.time.Duration;
import java.time.InstantSource;

/** Professional accounts on Instagram. */
public final class Instagram extends GraphPlatform {
  public Instagram() {
    this(PlatformHttp.ANSWER, InstantSource.system());
  }

  /**
   * Creates the platform.
   *
   * @param answerWithin time after which a request counts as unanswered
   */
  public Instagram(Duration answerWithin, InstantSource clock) {
    super("instagram", MetaOffer.INSTAGRAM, InstagramAccount::new, answerWithin, clock);
  }
}

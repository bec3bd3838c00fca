package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import java.net.URI;
import java.util.Optional;

/** The site that has a picture. */
@FunctionalInterface
public interface PictureSite {
  /**
   * Fetches a picture.
   *
   * @param account that it was seen on; its own site may be in a private network
   */
  FetchOutcome fetch(String account, String url);

  /** Returns one that has no videos. */
  static PictureSite by(SafeFetch fetch, LiveRules rules) {
    return (account, url) -> fetch.fetch(url, own(rules, account));
  }

  /**
   * Returns one that may have videos.
   *
   * @param bytes size limit of a video
   */
  static PictureSite withVideos(SafeFetch fetch, LiveRules rules, long bytes) {
    return (account, url) -> fetch.fetchOrVideo(url, own(rules, account), bytes);
  }

  private static Optional<URI> own(LiveRules rules, String account) {
    return rules.district().current().value().account(account).map(District.Account::baseUrl);
  }
}

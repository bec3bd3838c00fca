package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;

/** The site that has a picture. */
@FunctionalInterface
public interface PictureSite {
  /**
   * Fetches a picture.
   *
   * @param account that it was seen on; its own site may be in a private network
   */
  FetchOutcome fetch(String account, String url);

  static PictureSite by(SafeFetch fetch, LiveRules rules) {
    return (account, url) ->
        fetch.fetch(
            url,
            rules.district().current().value().account(account).map(District.Account::baseUrl));
  }
}

package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.settings.district.District;
import java.net.URI;
import java.util.Optional;

/** The site that has a picture. */
@FunctionalInterface
public interface PictureSite {
  /**
   * Fetches a picture, or a video if that is asked for. Of what turns out to be one where a picture
   * of a comment was asked for, only the first bytes come.
   *
   * @param account that it was seen on; its own site may be in a private network
   */
  FetchOutcome fetch(String account, String url, FetchKind kind);

  /**
   * Returns it.
   *
   * @param videoBytes size limit of a video; 0 if a video is nothing special
   */
  static PictureSite of(SafeFetch fetch, LiveRules rules, long videoBytes) {
    return (account, url, kind) -> {
      Optional<URI> own =
          rules.district().current().value().account(account).map(District.Account::baseUrl);
      if (kind == FetchKind.VIDEO) {
        return fetch.fetchOrVideo(url, own, videoBytes);
      }
      return kind == FetchKind.PICTURE && videoBytes > 0
          ? fetch.fetchUnlessVideo(url, own)
          : fetch.fetch(url, own);
    };
  }
}

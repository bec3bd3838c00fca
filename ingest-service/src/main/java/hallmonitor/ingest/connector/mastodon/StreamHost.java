package hallmonitor.ingest.connector.mastodon;

import hallmonitor.settings.district.WebAddresses;
import java.net.URI;
import java.util.Optional;

/** Says to which address of streams an account's token may go. */
final class StreamHost {
  private StreamHost() {}

  /**
   * Returns the address if it is the site's own or below it, as {@code streaming.mastodon.social}
   * is for {@code mastodon.social}, and nobody on the way can listen.
   *
   * @param told by the site, such as {@code wss://streaming.mastodon.social}
   */
  static Optional<URI> of(String told, URI site) {
    try {
      URI address = URI.create(told);
      return Optional.of(address).filter(WebAddresses::isSafeSocket).filter(a -> isOf(a, site));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(URI address, URI site) {
    return address.getHost().equals(site.getHost())
        || address.getHost().endsWith("." + site.getHost());
  }
}

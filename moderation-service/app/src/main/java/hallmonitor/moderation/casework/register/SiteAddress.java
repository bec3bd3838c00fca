package hallmonitor.moderation.casework.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A web address as far as it says which site it leads to.
 *
 * @param host in lower case, without {@code www.}
 * @param path without a slash at its end
 */
record SiteAddress(String host, String path) {
  /** Returns the address in a link; empty if it is none of the web. */
  static Optional<SiteAddress> of(String link) {
    String address = link.strip();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address.contains(":") ? address : "https://" + address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web || uri.getHost() == null) {
        return Optional.empty();
      }
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
      return Optional.of(
          new SiteAddress(
              uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""), path));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns whether another address is this one or a page under it. */
  boolean holds(SiteAddress other) {
    return host.equals(other.host)
        && (other.path.equals(path) || other.path.startsWith(path + "/"));
  }
}

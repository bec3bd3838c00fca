package hallmonitor.messaging.http;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port (RFC 6454), with an explicit port. */
record Origin(String scheme, String host, int port) {
  static Origin of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    return new Origin(
        scheme,
        String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT),
        uri.getPort() < 0 ? standard : uri.getPort());
  }
}

package hallmonitor.moderation.console.access.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What passkeys are bound to. The name is that of <a
 * href="https://www.w3.org/TR/webauthn-2/">WebAuthn</a>.
 *
 * @param id the host name that a passkey is bound to
 * @param origin where the pages are that may use one: scheme, host, and a port that is not the
 *     scheme's own
 */
public record RelyingParty(String id, String origin) {
  /** What devices call it. */
  static final String NAME = "Hall Monitor";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

  /**
   * Returns who it is at the console's address. Browsers know passkeys only for host names, and
   * only over https, except for {@code localhost}.
   *
   * @param console where browsers reach the console, as the settings say
   * @return empty if no browser would offer a passkey there
   */
  public static Optional<RelyingParty> at(URI console) {
    String host = String.valueOf(console.getHost()).toLowerCase(Locale.ROOT);
    if (THIS_MACHINE.contains(host)) {
      return Optional.of(of(console, "localhost"));
    }
    boolean named = console.getHost() != null && !NUMBERS.matcher(host).matches();
    return named && "https".equalsIgnoreCase(console.getScheme())
        ? Optional.of(of(console, host))
        : Optional.empty();
  }

  private static RelyingParty of(URI console, String host) {
    String scheme = console.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean isUsual = console.getPort() < 0 || console.getPort() == usual;
    return new RelyingParty(host, scheme + "://" + host + (isUsual ? "" : ":" + console.getPort()));
  }
}

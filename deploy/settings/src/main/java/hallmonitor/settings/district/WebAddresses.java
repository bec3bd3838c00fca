package hallmonitor.settings.district;

import java.net.URI;
import java.util.Set;

/** Decides where a secret may be sent at all. */
public final class WebAddresses {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private WebAddresses() {}

  /** Returns whether no one on a network can listen: HTTPS, or HTTP to this machine. */
  public static boolean isSafe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && isThisMachine(address));
  }

  /** Returns the same of a WebSocket's address. */
  public static boolean isSafeSocket(URI address) {
    return address.getHost() != null
        && ("wss".equals(address.getScheme())
            || "ws".equals(address.getScheme()) && isThisMachine(address));
  }

  /** Returns whether the address leads back to the machine that asks. */
  public static boolean isThisMachine(URI address) {
    return address.getHost() != null && THIS_MACHINE.contains(address.getHost());
  }
}

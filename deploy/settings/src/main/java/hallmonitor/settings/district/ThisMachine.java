package hallmonitor.settings.district;

import java.net.URI;
import java.util.Set;

/** Addresses that lead back to the machine that asks: nobody on a network can listen there. */
public final class ThisMachine {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private ThisMachine() {}

  public static boolean answers(URI address) {
    return address.getHost() != null && NAMES.contains(address.getHost());
  }
}

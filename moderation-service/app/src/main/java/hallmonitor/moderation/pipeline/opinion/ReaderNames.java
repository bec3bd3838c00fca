package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.messaging.http.DistrictAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the reader's host name for each connection and checks all its addresses. The connection
 * goes to the addresses that were checked, so that a changing name (DNS rebinding) has no effect.
 *
 * @param lookup resolves names; {@code InetAddress::getAllByName}, or a test's own
 * @param outsideAllowed whether a connection may leave the district
 */
record ReaderNames(Lookup lookup, boolean outsideAllowed) implements DnsResolver {
  /** Resolves a name. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * Returns names for connections to a checked endpoint. Even if comments may leave the district,
   * they never do so without encryption, no matter where its name points later.
   */
  static ReaderNames of(ReaderSettings settings, Lookup lookup) {
    boolean encrypted = "https".equals(settings.endpoint().getScheme());
    return new ReaderNames(lookup, settings.outsideAllowed() && encrypted);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = lookup.of(bare(host));
    if (leadsOutside(all) && !outsideAllowed) {
      throw new UnknownHostException("it leads out of the district");
    }
    return all;
  }

  /**
   * Returns whether a host has an address that is not on this machine or in a private network.
   *
   * @throws UnknownHostException if it has none at present
   */
  boolean leadsOutside(String host) throws UnknownHostException {
    return leadsOutside(lookup.of(bare(host)));
  }

  private static boolean leadsOutside(InetAddress[] all) {
    for (InetAddress one : all) {
      if (!DistrictAddress.is(one)) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

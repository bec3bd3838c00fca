package hallmonitor.messaging.http;

import java.net.InetAddress;
import java.util.List;

/**
 * Decides whether an address can only be on this machine or in the district's own network:
 * loopback, private use (RFC 1918), unique local (RFC 4193) and link-local (RFC 3927, RFC 4291).
 * Narrower than not being a {@link PublicAddress}: what a provider shares or what wraps another
 * address may lead anywhere.
 */
public final class DistrictAddress {
  private static final List<AddressBlock> OWN =
      List.of(
              "10.0.0.0/8",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "::1/128",
              "fc00::/7",
              "fe80::/10")
          .stream()
          .map(AddressBlock::of)
          .toList();

  private DistrictAddress() {}

  public static boolean is(InetAddress address) {
    return OWN.stream().anyMatch(block -> block.holds(address));
  }
}

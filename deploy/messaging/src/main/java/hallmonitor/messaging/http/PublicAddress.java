package hallmonitor.messaging.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Decides whether an address belongs to the public internet, by IANA's registries of
 * special-purpose addresses (https://www.iana.org/assignments/iana-ipv4-special-registry,
 * https://www.iana.org/assignments/iana-ipv6-special-registry, RFC 6890). Addresses that contain an
 * IPv4 address (mapped, NAT64, 6to4, Teredo) do not count, since they may lead anywhere.
 */
public final class PublicAddress {
  private static final List<AddressBlock> NOT_PUBLIC =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .stream()
          .map(AddressBlock::of)
          .toList();

  /** The only IPv6 addresses assigned for the public internet. */
  private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

  private PublicAddress() {}

  public static boolean is(InetAddress address) {
    boolean right = address instanceof Inet4Address || GLOBAL_UNICAST.holds(address);
    return right && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
  }
}

package hallmonitor.messaging.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network of a visitor, for rate limits and the audit log. */
public final class ClientNetwork {
  private static final int NETWORK_BYTES = 8;
  private static final int NEIGHBOR_BYTES = 6;
  private static final int NEIGHBOR_BYTES_4 = 3;

  private ClientNetwork() {}

  /**
   * Returns an IPv4 address as it is, and the network of an IPv6 address, such as {@code
   * 2001:db8:0:1:0:0:0:0/64}, because one household has a whole network.
   */
  public static String of(String address) {
    InetAddress parsed = NumericAddress.parse(withoutZone(address)).orElse(null);
    if (parsed == null) {
      return address;
    }
    return parsed instanceof Inet6Address
        ? network(parsed, NETWORK_BYTES)
        : parsed.getHostAddress();
  }

  /**
   * Returns the network that an address shares with its neighbors, such as {@code 203.0.113.0/24}
   * or {@code 2001:db8:0:0:0:0:0:0/48}, because one person can rent a whole one.
   */
  public static String around(String address) {
    InetAddress parsed = NumericAddress.parse(withoutZone(address)).orElse(null);
    return parsed == null
        ? address
        : network(parsed, parsed instanceof Inet6Address ? NEIGHBOR_BYTES : NEIGHBOR_BYTES_4);
  }

  /** A link-local address of IPv6 may name the interface, such as {@code fe80::1%eth0}. */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  private static String network(InetAddress address, int bytes) {
    byte[] whole = address.getAddress();
    Arrays.fill(whole, bytes, whole.length, (byte) 0);
    try {
      return InetAddress.getByAddress(whole).getHostAddress() + "/" + bytes * Byte.SIZE;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

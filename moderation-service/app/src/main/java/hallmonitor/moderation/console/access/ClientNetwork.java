package hallmonitor.moderation.console.access;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network of a visitor, for rate limits and the audit log. */
public final class ClientNetwork {
  private static final int NETWORK_BYTES = 8;
  private static final int ADDRESS_BYTES = 16;

  private ClientNetwork() {}

  /**
   * Returns an IPv4 address as it is, and the network of an IPv6 address, such as {@code
   * 2001:db8:0:1:0:0:0:0/64}, because one household has a whole network.
   */
  public static String of(String address) {
    InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
    if (parsed == null) {
      return address;
    }
    return parsed instanceof Inet6Address ? network(parsed) : parsed.getHostAddress();
  }

  private static String network(InetAddress address) {
    byte[] start = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    try {
      return InetAddress.getByAddress(Arrays.copyOf(start, ADDRESS_BYTES)).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}

package hallmonitor.messaging.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the address of a client behind reverse proxies. A client can write anything into {@code
 * X-Forwarded-For}, and many proxies only add to what it wrote. So the header counts only if a
 * named proxy sent it, and is read from its end: the first address that is no such proxy is the
 * client.
 */
public final class TrustedProxies {
  /** Trusts nobody: each request comes from the address of its connection. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  private final List<AddressBlock> blocks;

  private TrustedProxies(List<AddressBlock> blocks) {
    this.blocks = blocks;
  }

  /**
   * Reads the settings of a service.
   *
   * @param forwarding whether the service takes addresses and schemes from headers
   * @param proxies addresses such as {@code 10.1.2.3}, and networks such as {@code 10.1.2.0/24}; of
   *     IPv6 only networks, because Quarkus takes what follows the last colon of an address for a
   *     port, and the rest for a name, which it looks up for each request
   * @throws IllegalArgumentException saying what to set, if nobody or no address is named
   */
  public static TrustedProxies of(boolean forwarding, List<String> proxies) {
    if (!forwarding) {
      return NONE;
    }
    if (proxies.isEmpty()) {
      throw new IllegalArgumentException(
          "Set QUARKUS_HTTP_PROXY_TRUSTED_PROXIES to the addresses of your reverse proxies and start"
              + " again: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING is on, so anyone could claim any"
              + " address.");
    }
    return new TrustedProxies(proxies.stream().map(TrustedProxies::block).toList());
  }

  private static AddressBlock block(String written) {
    String[] parts = written.strip().split("/", 2);
    InetAddress address =
        NumericAddress.parse(parts[0].replaceFirst("^\\[(.*)]$", "$1"))
            .orElseThrow(() -> unreadable(written));
    int all = address.getAddress().length * Byte.SIZE;
    if (parts.length == 1 && written.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES names '"
              + written
              + "'. Write an address of IPv6 as a network, such as 2001:db8::5/128.");
    }
    if (parts.length == 1) {
      return new AddressBlock(address.getAddress(), all);
    }
    if (!BITS.matcher(parts[1]).matches() || Integer.parseInt(parts[1]) > all) {
      throw unreadable(written);
    }
    return new AddressBlock(address.getAddress(), Integer.parseInt(parts[1]));
  }

  private static IllegalArgumentException unreadable(String written) {
    return new IllegalArgumentException(
        "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES names '"
            + written
            + "'. Write addresses such as 10.1.2.3, or networks such as 10.1.2.0/24.");
  }

  /**
   * Returns the client's address, without a port.
   *
   * @param connection address at the other end of the connection
   * @param forwardedFor values of the header {@code X-Forwarded-For}, in the order of the request
   */
  public String client(String connection, List<String> forwardedFor) {
    if (!isTrusted(connection)) {
      return connection;
    }
    List<String> chain =
        forwardedFor.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(NumericAddress::bare)
            .collect(Collectors.toList());
    Collections.reverse(chain);
    for (String hop : chain) {
      if (NumericAddress.parse(hop).isEmpty()) {
        return connection;
      }
      if (!isTrusted(hop)) {
        return hop;
      }
    }
    return connection;
  }

  private boolean isTrusted(String address) {
    return NumericAddress.parse(address)
        .filter(one -> blocks.stream().anyMatch(block -> block.holds(one)))
        .isPresent();
  }
}

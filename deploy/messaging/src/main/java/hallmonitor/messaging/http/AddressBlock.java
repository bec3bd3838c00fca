package hallmonitor.messaging.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses with the same first bits, as written in CIDR notation (RFC 4632, RFC 4291). */
record AddressBlock(byte[] start, int bits) {
  /**
   * Reads a block.
   *
   * @param cidr such as {@code 10.0.0.0/8}
   */
  static AddressBlock of(String cidr) {
    try {
      String[] parts = cidr.split("/");
      return new AddressBlock(
          InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(cidr, e);
    }
  }

  boolean holds(InetAddress one) {
    byte[] address = one.getAddress();
    if (address.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

package hallmonitor.messaging.picture;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PDQ hash, {@value #BITS} bits: pictures are as alike as few bits of their hashes differ. Lists
 * that others share write it in {@value #DIGITS} hexadecimal digits
 * (https://github.com/facebook/ThreatExchange/tree/main/pdq).
 *
 * @param first the 64 most significant bits, and so on
 */
public record PdqHash(long first, long second, long third, long fourth) {
  static final int BITS = 256;
  private static final int DIGITS = 64;
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{" + DIGITS + "}");

  /** Returns empty for anything but {@value #DIGITS} hexadecimal digits. */
  public static Optional<PdqHash> of(String hex) {
    return HEX.matcher(hex).matches()
        ? Optional.of(new PdqHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3)))
        : Optional.empty();
  }

  private static long word(String hex, int number) {
    return Long.parseUnsignedLong(hex, 16 * number, 16 * number + 16, 16);
  }

  /** Returns how many bits differ, from 0 to {@value #BITS}. */
  public int distance(PdqHash other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }

  @Override
  public String toString() {
    return "%016x%016x%016x%016x".formatted(first, second, third, fourth);
  }
}

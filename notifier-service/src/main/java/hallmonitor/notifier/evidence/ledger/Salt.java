package hallmonitor.notifier.evidence.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 128 random bits in every record, so that someone who knows everything in a record except a name
 * cannot find the name by trying hashes.
 *
 * @param hex 32 lower-case hex digits
 */
public record Salt(String hex) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  public Salt {
    if (!isOne(hex)) {
      throw new IllegalArgumentException("a salt is 32 lower-case hex digits");
    }
  }

  public static Salt random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Salt(HexFormat.of().formatHex(bytes));
  }

  static boolean isOne(String text) {
    return text.matches("[0-9a-f]{32}");
  }
}

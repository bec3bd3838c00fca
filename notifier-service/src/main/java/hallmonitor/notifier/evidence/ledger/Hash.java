package hallmonitor.notifier.evidence.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in lower-case hex, the only accepted form. */
public final class Hash {
  /** The link before the first record. */
  public static final String GENESIS = "0".repeat(64);

  private Hash() {}

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Returns a record's link: the hash of the previous link and the record's own hash. */
  public static String link(String previous, String hash) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(previous));
    return HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(hash)));
  }

  public static boolean isOne(String text) {
    return text != null
        && text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

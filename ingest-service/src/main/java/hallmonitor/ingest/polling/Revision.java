package hallmonitor.ingest.polling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the successive texts of a comment. */
final class Revision {
  private Revision() {}

  /**
   * Returns the first 16 hex digits of the SHA-256 of the previous revision, a line break and the
   * text. So a text that returns after a change has its own name, and reading the same history
   * again gives the same names.
   *
   * @param previous empty for the first revision
   */
  static String of(String previous, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(previous.getBytes(UTF_8));
      sha.update((byte) '\n');
      return HexFormat.of().formatHex(sha.digest(text.getBytes(UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

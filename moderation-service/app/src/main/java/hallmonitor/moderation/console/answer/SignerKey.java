package hallmonitor.moderation.console.answer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The public key that answers are signed with. */
final class SignerKey {
  private static final int SIGNS = 16;

  private SignerKey() {}

  /** Returns the name of its file, which has the start of its fingerprint. */
  static String file(String pem) {
    return "key-" + fingerprint(pem).substring(0, SIGNS) + ".pem";
  }

  /** Returns the SHA-256 of the key, as it is published with the evidence, in lower-case hex. */
  static String fingerprint(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
    try {
      byte[] key = Base64.getMimeDecoder().decode(base64);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

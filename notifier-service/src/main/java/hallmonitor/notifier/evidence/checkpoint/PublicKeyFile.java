package hallmonitor.notifier.evidence.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hallmonitor.notifier.evidence.ledger.Hash;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The public key that verifies checkpoints, as PEM (RFC 7468). */
public record PublicKeyFile(PublicKey key) {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

  public String pem() {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  /** Returns the SHA-256 of the key, in the form that people compare. */
  public String fingerprint() {
    return Hash.of(key.getEncoded());
  }

  public boolean signed(LedgerCheckpoint checkpoint) {
    return signed(checkpoint.signedBytes(), checkpoint.signature());
  }

  public boolean signed(RecordsSignature answer) {
    return signed(answer.signedBytes(), answer.signature());
  }

  private boolean signed(byte[] content, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Parses a key.
   *
   * @throws IllegalArgumentException if the text contains no Ed25519 public key
   */
  public static PublicKeyFile read(String pem) {
    try {
      byte[] der = der("PUBLIC KEY", pem);
      return new PublicKeyFile(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key in PEM", e);
    }
  }

  static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }

  static byte[] der(String what, String pem) {
    String begin = "-----BEGIN " + what + "-----";
    String end = "-----END " + what + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no " + what + " in PEM");
    }
    return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to).strip());
  }
}

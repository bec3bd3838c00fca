package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with a shared secret (RFC 2104). */
public final class Hmac {
  /** The methods that webhooks name (https://www.w3.org/TR/websub/#recognized-methods). */
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  /** All methods that {@link #signs} knows. */
  public static final Set<String> ALL = METHODS.keySet();

  /** The only method of most platforms. */
  public static final Set<String> SHA256 = Set.of("sha256");

  /** The encoding of a signature. */
  public enum Form {
    HEX(HexFormat.of()::parseHex),
    BASE64(Base64.getDecoder()::decode);

    private final Function<String, byte[]> bytes;

    Form(Function<String, byte[]> bytes) {
      this.bytes = bytes;
    }
  }

  private Hmac() {}

  /** Returns the HMAC-SHA256 of a text. */
  public static byte[] sha256(String secret, String text) {
    return sha256(secret.getBytes(UTF_8), text.getBytes(UTF_8));
  }

  /** Returns the HMAC-SHA256 of bytes. */
  public static byte[] sha256(byte[] secret, byte[] text) {
    return of("sha256", secret, text);
  }

  /**
   * Returns whether a header such as {@code sha256=0af3...} is the signature of these bytes by one
   * of the secrets. The time it takes reveals nothing about the signature.
   *
   * @param methods those that are accepted, such as {@code sha256}
   */
  public static boolean signs(
      String header, Set<String> methods, Form form, Collection<String> secrets, byte[] body) {
    int equals = header.indexOf('=');
    if (equals < 0 || !methods.contains(header.substring(0, equals))) {
      return false;
    }
    byte[] claimed;
    try {
      claimed = form.bytes.apply(header.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      return false;
    }
    boolean signed = false;
    for (String secret : secrets) {
      byte[] own = of(header.substring(0, equals), secret.getBytes(UTF_8), body);
      signed |= MessageDigest.isEqual(own, claimed);
    }
    return signed;
  }

  private static byte[] of(String method, byte[] secret, byte[] text) {
    try {
      String algorithm = METHODS.get(method);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based codes (RFC 6238) with the parameters that all authenticator apps support: HMAC-SHA-1,
 * steps of 30 seconds, 6 digits.
 */
public final class Totp {
  public static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  /** RFC 4226 requires at least 16 bytes and recommends 20. */
  private static final int SECRET_BYTES = 20;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  public static long step(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * Returns a code.
   *
   * @param step counted from 1970
   * @return 6 digits
   */
  public static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return "%06d".formatted(number % MODULUS);
  }

  /**
   * Returns the time step of a code: the current one, or one before or after for clock differences.
   *
   * @param lastStep the last accepted one; it and all earlier ones are used up
   * @return empty if the code is not accepted
   */
  public static OptionalLong match(byte[] secret, String code, Instant now, long lastStep) {
    byte[] typed = code.getBytes(US_ASCII);
    long present = step(now);
    return LongStream.rangeClosed(present - 1, present + 1)
        .filter(step -> step > lastStep)
        .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), typed))
        .findFirst();
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA1", e);
    }
  }
}

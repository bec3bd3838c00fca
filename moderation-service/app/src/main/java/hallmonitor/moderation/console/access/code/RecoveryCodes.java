package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Codes for a lost phone or passkey: 128 random bits each, written in groups of four letters. With
 * that many bits a plain SHA-256 is safe to store. Those of older versions have 80 bits.
 */
public final class RecoveryCodes {
  public static final int HOW_MANY = 10;
  private static final int BYTES = 16;
  private static final Set<Integer> LETTERS = Set.of(26, 16);
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  public static List<String> generate() {
    return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
  }

  private static String one() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return Base32.grouped(Base32.encode(random).toLowerCase(Locale.ROOT), '-');
  }

  /** Returns whether this looks like one of these and not six digits, ignoring hyphens and case. */
  public static boolean isLikely(String typed) {
    return LETTERS.contains(plain(typed).length());
  }

  /** Returns the stored form of a code as shown or typed. */
  public static byte[] hash(String userName, String typed) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((userName + ":" + plain(typed)).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}

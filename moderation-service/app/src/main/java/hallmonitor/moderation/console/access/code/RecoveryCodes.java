package hallmonitor.moderation.console.access.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for whoever has lost the telephone: 80 random bits each, written {@code
 * abcd-efgh-ijkl-mnop}. So many that a plain SHA-256 keeps them; nobody guesses one from it.
 */
public final class RecoveryCodes {
  public static final int HOW_MANY = 10;
  private static final int BYTES = 10;
  private static final int LETTERS = 16;
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

  /** Whether somebody typed one of these rather than six digits, hyphens and case aside. */
  public static boolean isLikely(String typed) {
    return plain(typed).length() == LETTERS;
  }

  /** What is kept of a code as it was shown or typed. */
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

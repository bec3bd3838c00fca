package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Password rules, and bcrypt at cost 12. Computes at most two hashes at once, so that guessing does
 * not block others.
 */
@ApplicationScoped
public class Passwords {
  static final int SHORTEST = 12;

  /** Bcrypt ignores all bytes after these. */
  static final int MOST_BYTES = 72;

  private static final int COST = 12;

  /** Letters of bcrypt's text after the cost; all zero, they match no password. */
  private static final int SALT_AND_HASH = 53;

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Semaphore atOnce = new Semaphore(2, true);
  private final int cost;
  private final String nobody;

  Passwords() {
    this(COST);
  }

  /**
   * @param cost the binary logarithm of bcrypt's rounds, 4 to 31
   */
  Passwords(int cost) {
    this.cost = cost;
    this.nobody = "$2a$%02d$%s".formatted(cost, ".".repeat(SALT_AND_HASH));
  }

  public String hash(String password) {
    atOnce.acquireUninterruptibly();
    try {
      return BcryptUtil.bcryptHash(password, cost);
    } finally {
      atOnce.release();
    }
  }

  /**
   * Compares in the same time whether or not there is a hash.
   *
   * @param hash absent for an unknown name
   */
  public boolean matches(String password, Optional<String> hash) {
    atOnce.acquireUninterruptibly();
    try {
      boolean same = BcryptUtil.matches(password, hash.orElse(nobody));
      return same && hash.isPresent();
    } finally {
      atOnce.release();
    }
  }

  /** Returns 24 characters without similar-looking ones: about 139 bits. */
  public static String generate() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** Returns one sentence about what is wrong with a new password; empty if it is acceptable. */
  public static Optional<Sentence> problem(String userName, String old, String next, String again) {
    if (!next.equals(again)) {
      return Optional.of(Sentence.of("The new passwords don't match. Enter the same one twice."));
    }
    if (next.codePointCount(0, next.length()) < SHORTEST) {
      return Optional.of(Sentence.of("The new password is too short. Use at least 12 characters."));
    }
    if (next.getBytes(UTF_8).length > MOST_BYTES) {
      return Optional.of(Sentence.of("The new password is too long. Use at most 72 characters."));
    }
    if (next.equals(old)) {
      return Optional.of(
          Sentence.of("The new password is the same as the old one. Choose another."));
    }
    if (next.toLowerCase(Locale.ROOT).contains(userName) || next.chars().distinct().count() < 5) {
      return Optional.of(
          Sentence.of(
              "The new password is easy to guess. Choose one without your name or a single repeated"
                  + " letter."));
    }
    return Optional.empty();
  }
}

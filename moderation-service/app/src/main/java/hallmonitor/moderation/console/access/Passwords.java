package hallmonitor.moderation.console.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Bcrypt at cost 12, on threads of its own. Strangers have a lane to themselves, so that guessing
 * does not keep out people who are signed in, or who signed in on their device before.
 */
@ApplicationScoped
public class Passwords {
  private static final int COST = 12;

  /** Letters of bcrypt's text after the cost; all zero, they match no password. */
  private static final int SALT_AND_HASH = 53;

  private static final int WAITING = 8;
  private static final int MOST_AT_ONCE = 2;

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int cost;
  private final String nobody;

  /** Half of the processors at most, so that pages keep the other half. */
  private final HashingLane strangers =
      new HashingLane(
          "strangers",
          Math.max(1, Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors() / 2)),
          WAITING);

  private final HashingLane known = new HashingLane("known", 1, WAITING);

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

  @PreDestroy
  void stop() {
    strangers.close();
    known.close();
  }

  /**
   * Hashes a new password.
   *
   * @throws HashingBusy if too many wait
   */
  public String hash(String password) {
    return known.run(() -> BcryptUtil.bcryptHash(password, cost));
  }

  /** Returns a hash that no password matches, for people who do not have one yet. */
  public String none() {
    return nobody;
  }

  /**
   * Runs an attempt to sign in, with everything that it reads and counts, so that a flood of them
   * costs no more than what is hashed.
   *
   * @throws HashingBusy if too many wait
   */
  <T> T attempt(boolean byStranger, Supplier<T> attempt) {
    return (byStranger ? strangers : known).run(attempt);
  }

  /**
   * Compares, on this thread, in the same time whether or not there is a hash.
   *
   * @param hash absent for an unknown name
   */
  boolean matches(String password, Optional<String> hash) {
    boolean same = BcryptUtil.matches(password, hash.orElse(nobody));
    return same && hash.isPresent();
  }

  /** Returns 24 characters without similar-looking ones: about 139 bits. */
  public static String generate() {
    return generate(24);
  }

  /** Returns so many characters without similar-looking ones. */
  static String generate(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}

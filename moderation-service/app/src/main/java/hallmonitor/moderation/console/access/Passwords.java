package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.WorkLane;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bcrypt at cost 12, on threads of its own. Bcrypt reads 72 bytes: what is longer is digested
 * first, so that every byte counts; what is not is as before, and older hashes stay right.
 * Strangers have a lane to themselves, so that guessing does not keep out people who are signed in,
 * or who signed in on their device before.
 */
@ApplicationScoped
public class Passwords {
  private static final int COST = 12;

  /** Letters of bcrypt's text after the cost; all zero, they match no password. */
  private static final int SALT_AND_HASH = 53;

  private static final int READ_BY_BCRYPT = 72;

  /** Nobody else's digests are these, so that a list of those tells nothing. */
  private static final byte[] DIGEST_OF_LONG_ONES = "hallmonitor long password".getBytes(UTF_8);

  private static final int WAITING = 8;
  private static final int MOST_AT_ONCE = 2;

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int cost;
  private final String nobody;

  /** Half of the processors at most, so that pages keep the other half. */
  private final WorkLane strangers =
      new WorkLane(
          "hashing-strangers",
          Math.max(1, Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors() / 2)),
          WAITING);

  private final WorkLane known = new WorkLane("hashing-known", 1, WAITING);

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
    return run(known, () -> BcryptUtil.bcryptHash(readable(password), cost));
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
    return run(byStranger ? strangers : known, attempt);
  }

  private static <T> T run(WorkLane lane, Supplier<T> work) {
    try {
      return lane.run(work);
    } catch (WorkLane.Full e) {
      throw new HashingBusy(e);
    }
  }

  /**
   * Compares, on this thread, in the same time whether or not there is a hash.
   *
   * @param hash absent for an unknown name
   */
  boolean matches(String password, Optional<String> hash) {
    boolean same = BcryptUtil.matches(readable(password), hash.orElse(nobody));
    return same && hash.isPresent();
  }

  private static String readable(String password) {
    byte[] bytes = password.getBytes(UTF_8);
    if (bytes.length <= READ_BY_BCRYPT) {
      return password;
    }
    try {
      Mac digest = Mac.getInstance("HmacSHA256");
      digest.init(new SecretKeySpec(DIGEST_OF_LONG_ONES, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(digest.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
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

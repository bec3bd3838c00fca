package hallmonitor.moderation.console.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The rules for new passwords, after NIST SP 800-63B section 3.1.1.2: length, and a comparison with
 * common passwords and with what strangers expect; no rule about kinds of letters. Common ones are
 * those of zxcvbn, with the words and patterns that people add to them.
 */
@ApplicationScoped
public class NewPasswords {
  static final int SHORTEST = 12;

  static final int LONGEST = 256;

  /** Zxcvbn takes seconds for hundreds of characters; more of them make no guess easier. */
  private static final int MEASURED = 72;

  /**
   * Zxcvbn calls fewer "somewhat guessable" at best. At four hashes a second, which is bcrypt's
   * cost 12, so many guesses take most of a year.
   */
  private static final double FEWEST_GUESSES = 1e8;

  private final Passwords passwords;
  private final LiveRules rules;

  NewPasswords(Passwords passwords, LiveRules rules) {
    this.passwords = passwords;
    this.rules = rules;
  }

  /**
   * Hashes a password without a problem.
   *
   * @throws HashingBusy if too many passwords wait
   */
  public String hash(String password) {
    return passwords.hash(password);
  }

  /** Returns one sentence about what is wrong with a new password; empty if it is acceptable. */
  Optional<Sentence> problem(ConsoleUser person, String old, String next, String again) {
    return problem(person.userName(), person.displayName(), person.email(), old, next, again);
  }

  /**
   * Returns one sentence about what is wrong with a new password; empty if it is acceptable.
   *
   * @param old empty if there is none
   * @throws HashingBusy if too many passwords wait
   */
  public Optional<Sentence> problem(
      String userName, String displayName, String email, String old, String next, String again) {
    if (!next.equals(again)) {
      return Optional.of(Sentence.of("The new passwords don't match. Enter the same one twice."));
    }
    if (next.codePointCount(0, next.length()) < SHORTEST) {
      return Optional.of(Sentence.of("The new password is too short. Use at least 12 characters."));
    }
    if (next.codePointCount(0, next.length()) > LONGEST) {
      return Optional.of(Sentence.of("The new password is too long. Use at most 256 characters."));
    }
    if (next.equals(old)) {
      return Optional.of(
          Sentence.of("The new password is the same as the old one. Choose another."));
    }
    String district = rules.district().current().value().name();
    PasswordWords words = PasswordWords.of(userName, displayName, email, district);
    if (words.areIn(next)) {
      return Optional.of(
          Sentence.of(
              "The new password contains your name, your district's name, or Hall Monitor. Choose"
                  + " one without them."));
    }
    return passwords.attempt(false, () -> isCommon(next, words))
        ? Optional.of(
            Sentence.of(
                "The new password is one that many people use, or close to one. Choose another:"
                    + " four unrelated words are easy to remember and hard to guess."))
        : Optional.empty();
  }

  /** Loads its lists of 10 MB each time: people choose a password once in a while. */
  private static boolean isCommon(String password, PasswordWords words) {
    int characters = Math.min(MEASURED, password.codePointCount(0, password.length()));
    String measured = password.substring(0, password.offsetByCodePoints(0, characters));
    return new Zxcvbn().measure(measured, words.words()).getGuesses() < FEWEST_GUESSES;
  }
}

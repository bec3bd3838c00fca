package hallmonitor.moderation.console.access;

import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Asks a signed-in person for the password again before a change to how they sign in. Counts as a
 * sign-in attempt, so that a stolen session cannot be used to guess it.
 */
@ApplicationScoped
public class OwnPassword {
  static final Sentence WRONG =
      Sentence.of(
          "The current password is not correct. Enter it again. After several failed attempts, wait"
              + " a few minutes.");

  private final SignInThrottle throttle;
  private final Passwords passwords;

  OwnPassword(SignInThrottle throttle, Passwords passwords) {
    this.throttle = throttle;
    this.passwords = passwords;
  }

  boolean isRight(ConsoleUser person, String typed) {
    boolean right =
        throttle.mayTryPassword(person.userName())
            && passwords.matches(typed, Optional.of(person.passwordHash()));
    if (right) {
      throttle.recognized(person.userName());
    }
    return right;
  }
}

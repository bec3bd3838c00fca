package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;
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
  private final FailedSignIns failures;

  OwnPassword(SignInThrottle throttle, Passwords passwords, FailedSignIns failures) {
    this.throttle = throttle;
    this.passwords = passwords;
    this.failures = failures;
  }

  /**
   * Returns whether it is the person's password. Only this session is paused after wrong ones.
   *
   * @param network see {@link ClientNetwork}
   * @throws HashingBusy if too many passwords wait to be checked
   */
  boolean isRight(ConsoleUser person, Session session, String typed, String network) {
    return passwords.attempt(false, () -> check(person, session, typed, network));
  }

  private boolean check(ConsoleUser person, Session session, String typed, String network) {
    AttemptSource source = AttemptSource.session(session);
    boolean right =
        throttle.mayTryPassword(person.userName(), source)
            && passwords.matches(typed, Optional.of(person.passwordHash()));
    if (right) {
      throttle.recognized(person.userName(), source);
    } else {
      failures.record(person.userName(), network);
    }
    return right;
  }
}

package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.moderation.console.access.passkey.PasskeyCheck;
import hallmonitor.moderation.console.access.passkey.PasskeyRefused;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Signs people in by passkey: alone, or after the password in place of a code. The device verifies
 * its owner, so a passkey alone is two factors.
 */
@ApplicationScoped
public class PasskeySignIn {
  private static final System.Logger LOG = System.getLogger(PasskeySignIn.class.getName());

  private final ConsoleUsers people;
  private final Passkeys passkeys;
  private final PasskeyAnswers answers;
  private final PasswordAvailability availability;
  private final FailedSignIns failures;

  PasskeySignIn(
      ConsoleUsers people,
      Passkeys passkeys,
      PasskeyAnswers answers,
      PasswordAvailability availability,
      FailedSignIns failures) {
    this.people = people;
    this.passkeys = passkeys;
    this.answers = answers;
    this.availability = availability;
    this.failures = failures;
  }

  /**
   * Checks a browser's answer.
   *
   * @param half the session of a person who entered the password, and who it must be
   * @param network see {@link ClientNetwork}
   * @return the person; empty if they are not let in
   */
  Optional<ConsoleUser> signIn(
      String json, Optional<Session> half, String network, RoutingContext context) {
    Optional<Passkey> found = Optional.empty();
    try {
      String challenge = answers.asked(half, context);
      PasskeyCheck.Answer answer = answers.read(json);
      found = passkeys.withCredential(answer.credentialId());
      Passkey passkey = found.orElseThrow(() -> PasskeyRefused.because("unknown passkey"));
      ConsoleUser person = person(passkey, half);
      if (!answer.isOf(passkeys.handle(person.userName()), half.isEmpty())) {
        throw PasskeyRefused.because("another person's passkey");
      }
      if (!passkeys.use(passkey, answers.used(challenge, answer, passkey))) {
        throw PasskeyRefused.because("used elsewhere at the same moment, or copied");
      }
      return Optional.of(person);
    } catch (PasskeyRefused e) {
      LOG.log(System.Logger.Level.INFO, "passkey refused: {0}", e.getMessage());
      if (e.isCloned()) {
        found.ifPresent(passkeys::close);
      }
      failures.record(found.map(Passkey::userName).orElse(""), network);
      return Optional.empty();
    }
  }

  private ConsoleUser person(Passkey passkey, Optional<Session> half) throws PasskeyRefused {
    return people
        .named(passkey.userName())
        .filter(p -> !p.removed() && availability.opensFor(p))
        .filter(p -> half.isEmpty() || half.get().userName().equals(p.userName()))
        .orElseThrow(() -> PasskeyRefused.because("not this person"));
  }
}

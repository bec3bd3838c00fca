package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs people in by user name or email, and password. An unknown name, a wrong password and a
 * pause get the same answer.
 */
@ApplicationScoped
public class PasswordSignIn {
  public static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private final ConsoleUsers people;
  private final SignInThrottle throttle;
  private final Passwords passwords;
  private final PasswordAvailability availability;
  private final FailedSignIns failures;
  private final InstantSource clock = InstantSource.system();

  PasswordSignIn(
      ConsoleUsers people,
      SignInThrottle throttle,
      Passwords passwords,
      PasswordAvailability availability,
      FailedSignIns failures) {
    this.people = people;
    this.throttle = throttle;
    this.passwords = passwords;
    this.availability = availability;
    this.failures = failures;
  }

  /**
   * Checks a name and a password.
   *
   * @param typed a user name or an email address
   * @param network see {@link ClientNetwork}
   * @param device empty if nobody signed in on it before
   * @return the person; empty if they are not let in
   * @throws HashingBusy if too many passwords wait to be checked
   */
  Optional<ConsoleUser> signIn(
      String typed, String password, String network, Optional<KnownDevice> device) {
    return passwords.attempt(device.isEmpty(), () -> check(typed, password, network, device));
  }

  private Optional<ConsoleUser> check(
      String typed, String password, String network, Optional<KnownDevice> device) {
    Optional<ConsoleUser> person = find(typed.strip().toLowerCase(Locale.ROOT));
    String name = person.map(ConsoleUser::userName).orElse("");
    AttemptSource source =
        device
            .filter(known -> known.knows(name))
            .map(AttemptSource::device)
            .orElseGet(() -> AttemptSource.network(network));
    boolean allowed = throttle.mayTryPassword(name, source);
    Optional<ConsoleUser> asked =
        person.filter(
            p ->
                allowed
                    && !p.removed()
                    && availability.opensFor(p)
                    && !p.temporaryPasswordIsOver(clock.instant()));
    if (!passwords.matches(password, asked.map(ConsoleUser::passwordHash))) {
      failures.record(name, network);
      return Optional.empty();
    }
    throttle.recognized(name, source);
    return asked;
  }

  /** People may type their email address. */
  private Optional<ConsoleUser> find(String typed) {
    return typed.indexOf('@') > 0
        ? people.withEmail(typed).flatMap(people::named)
        : Optional.of(typed).filter(USER_NAME.asMatchPredicate()).flatMap(people::named);
  }
}

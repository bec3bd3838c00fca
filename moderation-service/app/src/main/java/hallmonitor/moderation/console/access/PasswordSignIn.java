package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signs people in by user name or email, and password. An unknown name, a wrong password and a
 * paused name get the same answer. With a second factor, the correct password only leads to the
 * page for the code.
 */
@ApplicationScoped
public class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  public static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private final ConsoleUsers people;
  private final SignInThrottle throttle;
  private final Passwords passwords;
  private final PasswordAvailability availability;
  private final ConsoleConfig config;

  PasswordSignIn(
      ConsoleUsers people,
      SignInThrottle throttle,
      Passwords passwords,
      PasswordAvailability availability,
      ConsoleConfig config) {
    this.people = people;
    this.throttle = throttle;
    this.passwords = passwords;
    this.availability = availability;
    this.config = config;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String name = request.getUsername().strip().toLowerCase(Locale.ROOT);
    String password = new String(request.getPassword().getPassword());
    return context.runBlocking(() -> signIn(userName(name), password));
  }

  /** People may type their email address; an unknown one stays unchanged and opens nothing. */
  private String userName(String typed) {
    return typed.indexOf('@') > 0 ? people.withEmail(typed).orElse(typed) : typed;
  }

  private SecurityIdentity signIn(String name, String password) {
    boolean allowed =
        USER_NAME.matcher(name).matches()
            && availability.opensFor(name)
            && throttle.mayTryPassword(name);
    Optional<ConsoleUser> person = allowed ? people.named(name) : Optional.empty();
    if (!passwords.matches(password, person.map(ConsoleUser::passwordHash))) {
      throw new AuthenticationFailedException();
    }
    return known(person.orElseThrow());
  }

  private SecurityIdentity known(ConsoleUser person) {
    String name = person.userName();
    return person.secondFactor()
        ? Identities.halfWay(new Session(name, throttle.recognized(name), Session.Way.HALF))
        : Identities.of(
            person,
            new Session(name, people.signedIn(name, "password"), Session.Way.PASSWORD),
            config.secondFactor());
  }
}

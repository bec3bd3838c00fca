package hallmonitor.moderation.console.access;

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
 * Signs people in by name and password. An unknown name, a wrong password and a paused name get one
 * answer.
 */
@ApplicationScoped
public class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private final People people;
  private final Passwords passwords;

  PasswordSignIn(People people, Passwords passwords) {
    this.people = people;
    this.passwords = passwords;
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
    return context.runBlocking(() -> signIn(name, password));
  }

  private SecurityIdentity signIn(String name, String password) {
    boolean allowed = USER_NAME.matcher(name).matches() && people.mayAttempt(name);
    Optional<Person> person = allowed ? people.find(name) : Optional.empty();
    if (!passwords.matches(password, person.map(Person::passwordHash))) {
      throw new AuthenticationFailedException();
    }
    return Identities.of(person.orElseThrow(), new Session(name, people.signedIn(name)));
  }
}

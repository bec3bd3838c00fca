package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** The person who looks at the page that is being made. */
@RequestScoped
@Named("viewer")
public class Viewer {
  private final SecurityIdentity identity;
  private final RoutingContext request;

  Viewer(SecurityIdentity identity, RoutingContext request) {
    this.identity = identity;
    this.request = request;
  }

  Optional<Person> person() {
    return Optional.ofNullable(identity.getAttribute(Identities.PERSON));
  }

  /** Whether a form may be shown: an error before the form guard has no token for one. */
  public boolean isHasForms() {
    return request.get("csrf_token") != null;
  }

  public boolean isSignedIn() {
    return person().isPresent();
  }

  /** Whether any page but the one to change the password opens. */
  public boolean isReady() {
    return person().filter(p -> !p.mustChangePassword()).isPresent();
  }

  public boolean isAdministrator() {
    return isReady() && person().filter(Person::administrator).isPresent();
  }

  /** What they may see of cases. */
  public Scope scope() {
    return Scope.EVERYWHERE;
  }

  public String getDisplayName() {
    return person().map(Person::displayName).orElse("");
  }

  /** Their role, as {@link Person} names it. */
  public String role() {
    return person().map(Person::role).orElseThrow();
  }

  /** What the audit log calls them. */
  public String userName() {
    return person().map(Person::userName).orElseThrow();
  }
}

package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who is signed in, for routes that are open to everyone and are no resources. */
public final class SignedIn {
  private SignedIn() {}

  /** Returns the person; empty for nobody, and while a {@link SignInStep} is due. */
  public static Optional<ConsoleUser> person(RoutingContext context) {
    if (!(context.user() instanceof QuarkusHttpUser user)) {
      return Optional.empty();
    }
    SecurityIdentity identity = user.getSecurityIdentity();
    return identity.getAttribute(Identities.GATE) == null
        ? Optional.ofNullable(identity.getAttribute(Identities.PERSON))
        : Optional.empty();
  }
}

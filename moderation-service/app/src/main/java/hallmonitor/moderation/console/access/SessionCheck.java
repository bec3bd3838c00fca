package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Checks the session at each request with one row lookup, so that a role change, a removal and a
 * password change take effect immediately. An invalid session is treated as anonymous instead of an
 * error, so that the sign-in page still opens.
 */
@ApplicationScoped
public class SessionCheck implements IdentityProvider<TrustedAuthenticationRequest> {
  private final ConsoleUsers people;
  private final ConsoleConfig config;

  SessionCheck(ConsoleUsers people, ConsoleConfig config) {
    this.people = people;
    this.config = config;
  }

  @Override
  public Class<TrustedAuthenticationRequest> getRequestType() {
    return TrustedAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.getPrincipal()));
  }

  private SecurityIdentity identity(String cookie) {
    return Session.parse(cookie)
        .flatMap(
            session ->
                people
                    .named(session.userName())
                    .filter(person -> session.holdsFor(person, Instant.now()))
                    .map(person -> identity(person, session)))
        .orElseGet(Identities::nobody);
  }

  private SecurityIdentity identity(ConsoleUser person, Session session) {
    return session.half()
        ? Identities.halfWay(session)
        : Identities.of(person, session, config.secondFactor());
  }
}

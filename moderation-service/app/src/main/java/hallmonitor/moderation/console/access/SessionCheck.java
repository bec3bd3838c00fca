package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks the session at each request with two row lookups, so that whatever ends it takes effect
 * immediately. An invalid session is treated as anonymous instead of an error, so that the sign-in
 * page still opens.
 */
@ApplicationScoped
public class SessionCheck implements IdentityProvider<TrustedAuthenticationRequest> {
  private final StoredSessions sessions;
  private final ConsoleUsers people;
  private final SecondFactorRule rule;

  SessionCheck(StoredSessions sessions, ConsoleUsers people, SecondFactorRule rule) {
    this.sessions = sessions;
    this.people = people;
    this.rule = rule;
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
    return sessions
        .find(cookie)
        .flatMap(
            session ->
                people
                    .named(session.userName())
                    .filter(person -> !person.removed())
                    .map(person -> identity(person, session)))
        .orElseGet(Identities::nobody);
  }

  private SecurityIdentity identity(ConsoleUser person, Session session) {
    return session.half()
        ? Identities.halfWay(session)
        : Identities.of(person, session, rule.current());
  }
}

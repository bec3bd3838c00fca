package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Checks the session at each request with two row lookups, so that whatever ends it takes effect
 * immediately. An invalid session is treated as anonymous instead of an error, so that the sign-in
 * page still opens.
 */
@ApplicationScoped
public class SessionCheck implements IdentityProvider<TrustedAuthenticationRequest> {
  /** Pages open it again by themselves. */
  private static final String EVENTS = "/events";

  /** Scripts send it with what they load while nobody touches the page. */
  private static final String UNATTENDED = "Unattended";

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
    boolean attended = isAttended(HttpSecurityUtils.getRoutingContextAttribute(request));
    return context.runBlocking(() -> identity(request.getPrincipal(), attended));
  }

  /** Returns whether a person caused the request, as far as the page's scripts can tell. */
  private static boolean isAttended(@Nullable RoutingContext context) {
    return context == null
        || !EVENTS.equals(context.normalizedPath())
            && context.request().getHeader(UNATTENDED) == null;
  }

  private SecurityIdentity identity(String cookie, boolean attended) {
    return sessions
        .find(cookie, attended)
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

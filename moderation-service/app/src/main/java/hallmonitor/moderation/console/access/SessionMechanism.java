package hallmonitor.moderation.console.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Recognizes a browser by its session cookie, and leads every other one to the sign-in page. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  private static final int FOUND = 302;

  private final SessionCookie cookie;

  SessionMechanism(SessionCookie cookie) {
    this.cookie = cookie;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<String> id = cookie.read(context);
    return id.isEmpty()
        ? Uni.createFrom().nullItem()
        : identities.authenticate(
            HttpSecurityUtils.setRoutingContextAttribute(
                new TrustedAuthenticationRequest(id.get()), context));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    cookie.keepReturn(context);
    return Uni.createFrom().item(new ChallengeData(FOUND, "Location", "/sign-in"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TrustedAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, cookie.name()));
  }
}

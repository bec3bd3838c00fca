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
import java.util.regex.Pattern;

/** Recognizes a browser by its session cookie, and leads every other one to the sign-in page. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  private static final int FOUND = 302;

  /** 32 bytes in base64url; see {@link StoredSessions}. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SessionCookie cookie;
  private final Refusals refusals;

  SessionMechanism(SessionCookie cookie, Refusals refusals) {
    this.cookie = cookie;
    this.refusals = refusals;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<String> id = cookie.read(context);
    if (id.filter(text -> !ID.matcher(text).matches()).isPresent()) {
      refusals.note(Refusals.Why.SESSION, context);
      return Uni.createFrom().nullItem();
    }
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

package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.sso.Flow;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stores a sign-in attempt in its browser, encrypted, for 10 minutes. Unlike the session cookie, it
 * is sent when another site, the provider, redirects the browser back.
 */
@ApplicationScoped
public class SsoCookie {
  private static final String NAME = "hallmonitor-sso";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final PersistentLoginManager cookies;

  SsoCookie(
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key) {
    this.cookies =
        new PersistentLoginManager(
            key.orElseGet(Passwords::generate),
            NAME,
            LONGEST.toMillis(),
            LONGEST.toMillis(),
            true,
            "LAX",
            "/sign-in/sso",
            -1,
            null);
  }

  void give(Flow flow, RoutingContext context) {
    cookies.save(flow.text(), context, NAME, null, context.request().isSSL());
  }

  /** This removes it: an answer from the provider counts once. */
  Optional<Flow> take(RoutingContext context) {
    Optional<Flow> flow =
        Optional.ofNullable(cookies.restore(context))
            .map(RestoreResult::getPrincipal)
            .flatMap(Flow::parse);
    cookies.clear(context);
    return flow;
  }
}

package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.sso.Flow;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stores a sign-in attempt in its browser until the provider sends the browser back. */
@ApplicationScoped
public class SsoCookie {
  private final BriefCookie cookie;

  SsoCookie(
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key,
      ConsoleAddress address) {
    this.cookie = new BriefCookie(key, "hallmonitor-sso", "/sign-in/sso", address);
  }

  void give(Flow flow, RoutingContext context) {
    cookie.give(flow.text(), context);
  }

  /** This removes it: an answer from the provider counts once. */
  Optional<Flow> take(RoutingContext context) {
    return cookie.take(context).flatMap(Flow::parse);
  }
}

package hallmonitor.moderation.console.access;

import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie of form authentication, for sign-ins that need more than its form: encrypted with the
 * same key, so that form authentication accepts it.
 */
@ApplicationScoped
public class SessionCookie {
  private final PersistentLoginManager cookies;
  private final String returnCookie;
  private final String name;

  SessionCookie(
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key,
      @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String name,
      @ConfigProperty(name = "quarkus.http.auth.form.timeout") Duration timeout,
      @ConfigProperty(name = "quarkus.http.auth.form.new-cookie-interval") Duration renewal,
      @ConfigProperty(name = "quarkus.http.auth.form.location-cookie") String returnCookie) {
    this.cookies =
        new PersistentLoginManager(
            key.orElseGet(Passwords::generate),
            name,
            timeout.toMillis(),
            renewal.toMillis(),
            true,
            "STRICT",
            "/",
            -1,
            null);
    this.name = name;
    this.returnCookie = returnCookie;
  }

  public void give(Session session, RoutingContext context) {
    cookies.save(session.getName(), context, name, null, context.request().isSSL());
  }

  /** Removes the cookie if the browser has one. */
  void take(RoutingContext context) {
    if (context.request().getCookie(name) != null) {
      FormAuthenticationMechanism.logout(context);
    }
  }

  /** Returns and forgets the page requested before signing in; the queue if there was none. */
  String takeReturn(RoutingContext context) {
    Cookie asked = context.request().getCookie(returnCookie);
    if (asked == null) {
      return "/";
    }
    context.response().addCookie(Cookie.cookie(returnCookie, "").setPath("/").setMaxAge(0));
    return path(asked.getValue());
  }

  /** Keeps only addresses within this console. */
  private static String path(String address) {
    try {
      URI uri = URI.create(address);
      String path = uri.getRawPath();
      boolean within = path != null && path.startsWith("/") && !path.startsWith("//");
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return within ? path + query : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}

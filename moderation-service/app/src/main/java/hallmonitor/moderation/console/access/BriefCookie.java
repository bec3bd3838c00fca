package hallmonitor.moderation.console.access;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Stores something in a browser, encrypted, for 10 minutes. Unlike the session cookie, it is sent
 * when another site redirects the browser back.
 */
public final class BriefCookie {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final PersistentLoginManager cookies;
  private final String name;
  private final String path;
  private final ConsoleAddress address;

  /**
   * Creates a cookie.
   *
   * @param key encrypts it, as it does the session cookie; without one, none outlives a restart
   * @param path the only one that it is sent to
   */
  public BriefCookie(Optional<String> key, String name, String path, ConsoleAddress address) {
    this.name = name;
    this.path = path;
    this.address = address;
    this.cookies =
        new PersistentLoginManager(
            key.orElseGet(Passwords::generate),
            name,
            LONGEST.toMillis(),
            LONGEST.toMillis(),
            true,
            "LAX",
            path,
            -1,
            null);
  }

  /**
   * Stores a text.
   *
   * @param text begins with a word of its own, since all cookies have the same key
   */
  public void give(String text, RoutingContext context) {
    cookies.save(text, context, name, null, address.isSecure(context.request()));
  }

  /** Removes it: what another site sends back counts once. */
  public Optional<String> take(RoutingContext context) {
    Optional<String> text =
        Optional.ofNullable(cookies.restore(context)).map(RestoreResult::getPrincipal);
    if (context.request().getCookie(name) != null) {
      context.response().addCookie(expired(context));
    }
    return text;
  }

  /** Has the path and the flags of what was stored: otherwise browsers keep it. */
  private Cookie expired(RoutingContext context) {
    return Cookie.cookie(name, "")
        .setPath(path)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(address.isSecure(context.request()))
        .setMaxAge(0);
  }
}

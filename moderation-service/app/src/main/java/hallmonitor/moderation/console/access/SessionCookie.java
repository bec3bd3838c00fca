package hallmonitor.moderation.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * The cookie with a session's id, and the one with the page that was asked for before signing in.
 * If the console's address is https, browsers accept the session from this host only, and never
 * send either of them without encryption.
 */
@ApplicationScoped
class SessionCookie {
  private static final String RETURN = "hallmonitor-return-to";
  private static final int LONGEST_RETURN = 1000;

  private final ConsoleAddress address;
  private final String name;

  SessionCookie(ConsoleAddress address) {
    this.address = address;
    this.name = (address.isHttps() ? "__Host-" : "") + "hallmonitor-session";
  }

  String name() {
    return name;
  }

  Optional<String> read(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(name))
        .map(Cookie::getValue)
        .filter(id -> !id.isEmpty());
  }

  void give(String id, RoutingContext context) {
    context.response().addCookie(cookie(name, id, context));
  }

  /** Removes the cookie if the browser has one. */
  void take(RoutingContext context) {
    if (read(context).isPresent()) {
      context.response().addCookie(cookie(name, "", context).setMaxAge(0));
    }
  }

  /** Keeps the requested page, but not a form, a part of a page or the live feed. */
  void keepReturn(RoutingContext context) {
    String accept = context.request().getHeader("Accept");
    if (HttpMethod.GET.equals(context.request().method())
        && context.request().getHeader("HX-Request") == null
        && accept != null
        && accept.contains("text/html")
        && context.request().uri().length() <= LONGEST_RETURN) {
      keepReturn(context.request().uri(), context);
    }
  }

  /** Keeps this page for after the sign-in. */
  void keepReturn(String page, RoutingContext context) {
    context.response().addCookie(cookie(RETURN, URLEncoder.encode(page, UTF_8), context));
  }

  /** Returns and forgets the page requested before signing in; the start page if there was none. */
  String takeReturn(RoutingContext context) {
    Cookie asked = context.request().getCookie(RETURN);
    if (asked == null) {
      return "/";
    }
    context.response().addCookie(cookie(RETURN, "", context).setMaxAge(0));
    return path(asked.getValue());
  }

  private Cookie cookie(String cookie, String value, RoutingContext context) {
    return Cookie.cookie(cookie, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(address.isSecure(context.request()));
  }

  /** Keeps only addresses within this console. */
  private static String path(String address) {
    try {
      URI uri = URI.create(URLDecoder.decode(address, UTF_8));
      String path = uri.getRawPath();
      boolean within = path != null && path.startsWith("/") && !path.startsWith("//");
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return within ? path + query : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}

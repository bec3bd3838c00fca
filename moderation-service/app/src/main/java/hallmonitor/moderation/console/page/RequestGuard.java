package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.ConsoleAddress;
import hallmonitor.moderation.console.access.Refusals;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs before everything else. Refuses a foreign Host (DNS rebinding) and changes requested by
 * another site's page, and adds the security headers to every answer.
 */
@ApplicationScoped
public class RequestGuard {
  /** Before authentication and routing, which have 200 or less. */
  private static final int FIRST = 1000;

  /** The path that takes a screenshot, from anyone. */
  public static final String UPLOADS = "/report";

  /** The most bytes of a form with a screenshot. */
  public static final long LONGEST_UPLOAD = 6 << 20;

  /** The path that takes a package of evidence, from people who are signed in. */
  public static final String PACKAGES = "/evidence/files";

  /** The most bytes of a form with a package; the server's limit for all forms is the same. */
  public static final long LONGEST_PACKAGE = 40 << 20;

  /** The most bytes of every other form: room for a whole policy as one text. */
  private static final long LONGEST_FORM = 96 << 10;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** They would show what the browser sent, cookies included. */
  private static final Set<String> UNKNOWN = Set.of("TRACE", "TRACK");

  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Set<String> allowedHosts;
  private final ConsoleAddress address;
  private final Refusals refusals;
  private final String onlyHttps;

  RequestGuard(ConsoleConfig config, ConsoleAddress address, Refusals refusals) {
    this.allowedHosts =
        config.allowedHosts().stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.address = address;
    this.refusals = refusals;
    this.onlyHttps =
        "max-age=31536000" + (config.httpsForSubdomains() ? "; includeSubDomains" : "");
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, FIRST);
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap headers = context.response().headers();
    secure(request, headers);
    context.addHeadersEndHandler(written -> nameCharacterSet(headers));
    if (UNKNOWN.contains(request.method().name())) {
      refuse(context, 405, Sentence.of("The console doesn't know this kind of request."));
    } else if (!hostAllowed(request)) {
      refusals.note(Refusals.Why.OTHER_HOST, context);
      refuse(
          context,
          421,
          Sentence.of(
              "The console can't be opened at this address. Use the address it was set up with, or"
                  + " add this host name to hallmonitor.console.allowed-hosts."));
    } else if (!SAFE.contains(request.method()) && fromElsewhere(request)) {
      refusals.note(Refusals.Why.OTHER_SITE, context);
      refuse(
          context,
          403,
          Sentence.of("Another site sent this request. Open the console and do it there."));
    } else if (!SAFE.contains(request.method()) && isTooLong(request)) {
      refusals.note(Refusals.Why.LENGTH, context);
      refuse(
          context, 413, Sentence.of("What was sent is too long. Shorten it, and send it again."));
    } else {
      context.next();
    }
  }

  /**
   * A form of unknown length counts as too long; no browser sends one. HTTP/2 needs no header for
   * it. The two uploads end at the server's own limit.
   */
  private static boolean isTooLong(HttpServerRequest request) {
    if (UPLOADS.equals(request.path())) {
      return false;
    }
    String length = request.getHeader("Content-Length");
    if (length == null) {
      return request.version() == HttpVersion.HTTP_2
          ? !PACKAGES.equals(request.path())
          : request.getHeader("Transfer-Encoding") != null;
    }
    return Long.parseLong(length)
        > (PACKAGES.equals(request.path()) ? LONGEST_PACKAGE : LONGEST_FORM);
  }

  /** The framework leaves it out of some pages, and a browser would guess. */
  private static void nameCharacterSet(MultiMap headers) {
    String type = headers.get("Content-Type");
    if (type != null && type.startsWith("text/") && !type.contains("charset")) {
      headers.set("Content-Type", type + ";charset=UTF-8");
    }
  }

  private static final List<String> SECRET_PATHS =
      List.of("/connect", "/guidelines", "/records-request", "/report", "/sign-in/invitation");

  private void secure(HttpServerRequest request, MultiMap headers) {
    headers.set("Content-Security-Policy", CONTENT_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", isSecret(request) ? "strict-origin" : "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (address.isSecure(request)) {
      headers.set("Strict-Transport-Security", onlyHttps);
    }
    if (!isAsset(request)) {
      headers.set("Cache-Control", "no-store");
    }
  }

  /**
   * Whether the address itself opens something, or carries a password that came back from a
   * platform. It must not stand as the referrer of the next request in the log of a proxy. No
   * referrer at all would take the origin from forms, too.
   */
  private static boolean isSecret(HttpServerRequest request) {
    String path = request.path() == null ? "" : request.path();
    return SECRET_PATHS.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
  }

  private static boolean isAsset(HttpServerRequest request) {
    String path = request.path() == null ? "" : request.path();
    return path.startsWith("/console/") || path.startsWith("/webjars/");
  }

  private boolean hostAllowed(HttpServerRequest request) {
    String host = request.authority() == null ? null : request.authority().host();
    return host != null && allowedHosts.contains(host.toLowerCase(Locale.ROOT));
  }

  private static boolean fromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin != null && !isSame(origin, request);
  }

  private static boolean isSame(String origin, HttpServerRequest request) {
    try {
      return request.getHeader("Host").equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void refuse(RoutingContext context, int status, Sentence sentence) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(ReaderLanguage.says(sentence, context) + "\n");
  }
}

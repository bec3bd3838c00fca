package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.web.RouteAnswer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks every request to X: its signature (RFC 5849) and the limits; and makes errors. */
final class XGate {
  static final String KEY = "xvz1evFS4wEEPTGEFPHBog";
  static final String KEY_SECRET = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
  static final String TOKEN = "2244994945-example";
  static final String TOKEN_SECRET = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";

  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** The suite sends more in a minute than X allows in a window. */
  private static final int UNLIMITED = 1_000_000;

  /** One window of one address. */
  private static final class Window {
    private Instant until = Instant.EPOCH;
    private int used;
  }

  private final InstantSource clock;
  private final Set<String> nonces = new HashSet<>();
  private final Map<String, Integer> limits = new HashMap<>();
  private final Map<String, Window> windows = new HashMap<>();
  private boolean withoutCredits;
  private boolean readOnly;

  XGate(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Limits the requests to an address in 15 minutes.
   *
   * @param address such as {@code PUT hidden}: the method, and the last word that is not an id
   */
  void limit(String address, int requests) {
    limits.put(address, requests);
  }

  void endCredits() {
    withoutCredits = true;
  }

  void giveReadOnly() {
    readOnly = true;
  }

  /** Returns the refusal, if the request is not allowed. */
  Optional<RouteAnswer.Now> refuse(StandInRequest request, String url) {
    if (!isSigned(request, url, TOKEN, TOKEN_SECRET)) {
      return Optional.of(problem(401, "about:blank", "Unauthorized", "Unauthorized"));
    }
    if (withoutCredits) {
      return Optional.of(
          problem(402, "credits", "CreditsDepleted", "Your account does not have any credits."));
    }
    if (readOnly && !request.method().equals("GET")) {
      return Optional.of(problem(403, "oauth1-permissions", "Forbidden", "The app may only read."));
    }
    return overLimit(request);
  }

  private Optional<RouteAnswer.Now> overLimit(StandInRequest request) {
    Window window = windows.computeIfAbsent(address(request), a -> new Window());
    if (!clock.instant().isBefore(window.until)) {
      window.until = clock.instant().plus(WINDOW);
      window.used = 0;
    }
    window.used++;
    return window.used <= limit(request)
        ? Optional.empty()
        : Optional.of(problem(429, "about:blank", "Too Many Requests", "Too Many Requests"));
  }

  private int limit(StandInRequest request) {
    return limits.getOrDefault(address(request), UNLIMITED);
  }

  private static String address(StandInRequest request) {
    String[] parts = request.path().split("/");
    String end = parts[parts.length - 1];
    return request.method() + " " + (end.matches("\\d+") ? parts[parts.length - 2] : end);
  }

  /** Adds the headers about the limits, which X sends with every answer. */
  RouteAnswer.Now tell(StandInRequest request, RouteAnswer.Now answer) {
    Window window = windows.computeIfAbsent(address(request), a -> new Window());
    return answer
        .with("x-access-level", readOnly ? "read" : "read-write")
        .with("x-rate-limit-limit", String.valueOf(limit(request)))
        .with("x-rate-limit-remaining", String.valueOf(Math.max(0, limit(request) - window.used)))
        .with("x-rate-limit-reset", String.valueOf(window.until.getEpochSecond()));
  }

  /** Returns the token that a request says it is signed with; empty for none. */
  String tokenOf(StandInRequest request) {
    return header(request.header("Authorization")).getOrDefault("oauth_token", "");
  }

  /**
   * Returns whether the app signed a request.
   *
   * @param token empty, as its secret, before there is one
   */
  boolean isSigned(StandInRequest request, String url, String token, String tokenSecret) {
    Map<String, String> oauth = header(request.header("Authorization"));
    String said = oauth.remove("oauth_signature");
    if (said == null
        || !KEY.equals(oauth.get("oauth_consumer_key"))
        || !token.equals(oauth.getOrDefault("oauth_token", ""))
        || !nonces.add(oauth.get("oauth_nonce"))) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(oauth.get("oauth_timestamp")));
    if (Duration.between(at, clock.instant()).abs().compareTo(SKEW) > 0) {
      return false;
    }
    String host = request.header(StandIn.ASKED_HOST);
    String address = (host.isEmpty() ? url : "http://" + host) + request.path();
    Map<String, String> all = new TreeMap<>(oauth);
    all.putAll(request.parameters());
    List<String> pairs = new ArrayList<>();
    all.forEach((name, value) -> pairs.add(percent(name) + "=" + percent(value)));
    return said.equals(
        mac(
            request.method() + "&" + percent(address) + "&" + percent(String.join("&", pairs)),
            tokenSecret));
  }

  private static Map<String, String> header(String authorization) {
    Map<String, String> oauth = new TreeMap<>();
    if (authorization.startsWith("OAuth ")) {
      for (String pair : authorization.substring("OAuth ".length()).split(",\\s*")) {
        String[] parts = pair.split("=", 2);
        oauth.put(parts[0], URLDecoder.decode(parts[1].replace("\"", ""), UTF_8));
      }
    }
    return oauth;
  }

  private static String percent(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replaceAll("\\+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String mac(String base, String tokenSecret) {
    byte[] key = (percent(KEY_SECRET) + "&" + percent(tokenSecret)).getBytes(UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static RouteAnswer.Now problem(int status, String type, String title, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", title);
    problem.put("detail", detail);
    problem.put("type", type.contains(":") ? type : "https://api.twitter.com/2/problems/" + type);
    problem.put("status", status);
    return RouteAnswer.json(status, problem);
  }
}

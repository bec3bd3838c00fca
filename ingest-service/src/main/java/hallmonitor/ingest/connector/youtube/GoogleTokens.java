package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gets access tokens with a refresh token, the next one before the last one ends
 * (https://developers.google.com/identity/protocols/oauth2/web-server#offline).
 */
final class GoogleTokens {
  /** Google's own address, which is on another host than its APIs. */
  private static final URI GOOGLE = URI.create("https://oauth2.googleapis.com/token");

  static final Set<String> GOOGLE_APIS = Set.of("www.googleapis.com", "youtube.googleapis.com");

  /** The scope that moderating needs (https://developers.google.com/youtube/v3/docs/comments). */
  static final String MODERATING = "https://www.googleapis.com/auth/youtube.force-ssl";

  private static final Duration EARLY = Duration.ofMinutes(5);

  private record Token(GoogleSecret by, String value, Instant renewAt) {}

  private final PlatformHttp http;
  private final InstantSource clock;
  private @Nullable Token token;

  GoogleTokens(PlatformHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /** Returns a token that is valid for some minutes. A changed secret takes effect immediately. */
  synchronized String current() throws PlatformException {
    GoogleSecret secret = GoogleSecret.parse(http.credential());
    Token known = token;
    if (known == null || !known.by().equals(secret) || !clock.instant().isBefore(known.renewAt())) {
      known = fetch(secret);
      token = known;
    }
    return known.value();
  }

  /** Forgets a token that was refused, unless there is another one by now. */
  synchronized void refused(String value) {
    if (token != null && token.value().equals(value)) {
      token = null;
    }
  }

  private Token fetch(GoogleSecret secret) throws PlatformException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", secret.clientId());
    form.put("client_secret", secret.clientSecret());
    form.put("refresh_token", secret.refreshToken());
    JsonAnswer answer =
        JsonAnswer.of(
            http.site(),
            http.send(
                http.requestTo(address(http.site()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(PlatformHttp.form(form)))
                    .build()));
    if (!answer.good()) {
      throw new PlatformException(fault(answer));
    }
    String value = answer.body().path("access_token").asText("");
    if (value.isEmpty()) {
      throw new PlatformException(HttpFaults.unreadable(http.site(), "an access token"));
    }
    // Older answers do not name the scopes.
    String scope = answer.body().path("scope").asText("");
    if (!scope.isEmpty() && !Arrays.asList(scope.split(" ")).contains(MODERATING)) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The refresh token may not moderate; make one with the scope youtube.force-ssl and store it."));
    }
    Duration good = Duration.ofSeconds(answer.body().path("expires_in").asLong(0)).minus(EARLY);
    return new Token(secret, value, clock.instant().plus(good));
  }

  /** Returns where Google gives tokens for an address of its APIs. */
  static URI address(URI site) {
    return GOOGLE_APIS.contains(String.valueOf(site.getHost()))
        ? GOOGLE
        : URI.create(site + "/token");
  }

  private Fault fault(JsonAnswer answer) {
    String said = answer.body().path("error").asText("");
    return switch (said) {
      case "invalid_grant" ->
          new Fault.AuthLost(
              "Google no longer accepts the refresh token: it was taken back, its owner's password changed, or the consent screen is still in testing, where a token ends after seven days. Make a new one and store it.");
      case "invalid_client", "unauthorized_client", "deleted_client" ->
          new Fault.AuthLost(
              "Google does not accept the client (%s); check the client id and secret under APIs & Services, Credentials, and store them again."
                  .formatted(said));
      default ->
          HttpFaults.of(answer.status(), http.retryAfter(answer.response().headers()), http.site())
              .orElseGet(
                  () ->
                      new Fault.AuthLost(
                          "Google refused to give an access token (status %d, %s); check the secret."
                              .formatted(answer.status(), said)));
    };
  }
}

package hallmonitor.ingest.connector.ghost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls one site's Admin API. Every failure becomes a fault. */
final class GhostHttp {
  /** Ghost refuses tokens that live longer (core/server/services/auth/api-key/admin.js). */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  /** The key as Ghost shows it: id and secret, both hexadecimal. */
  private static final Pattern KEY = Pattern.compile("([0-9a-f]{24}):([0-9a-f]{64})");

  private final PlatformHttp http;
  private final InstantSource clock;

  GhostHttp(PlatformHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /** Gets the JSON at a path such as {@code /comments/}. */
  JsonAnswer get(String path, Map<String, String> query) throws PlatformException {
    return http.json(authorized(path, query).GET(), this::fault);
  }

  /** Sends a change. */
  JsonAnswer write(String method, String path, JsonNode body) throws PlatformException {
    return http.json(
        authorized(path, Map.of())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString())),
        this::fault);
  }

  private HttpRequest.Builder authorized(String path, Map<String, String> query)
      throws PlatformException {
    return http.request("/ghost/api/admin" + path, query)
        .header("Accept", "application/json")
        .header("Accept-Version", "v6.0")
        .header("Authorization", "Ghost " + token());
  }

  /** Makes a token for one request (https://docs.ghost.org/admin-api#token-authentication). */
  private String token() throws PlatformException {
    Matcher key = KEY.matcher(http.credential());
    if (!key.matches()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The credential must be the Admin API key of an integration, id:secret, as Ghost"
                  + " shows it under Settings, Integrations."));
    }
    long now = clock.instant().getEpochSecond();
    String head = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(key.group(1));
    String claims =
        "{\"iat\":%d,\"exp\":%d,\"aud\":\"/admin/\"}".formatted(now, now + TOKEN_LIFE.toSeconds());
    String signed = base64(head.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.group(2)), "HmacSHA256"));
      return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Ghost sends {@code {errors: [{type, message, context}]}}. */
  private Fault fault(JsonAnswer answer) {
    int status = answer.status();
    Optional<Fault> usual =
        HttpFaults.of(status, http.retryAfter(answer.response().headers()), http.site());
    if (usual.isPresent()) {
      return usual.get();
    }
    String type = answer.body().at("/errors/0/type").asText("");
    String said = answer.body().at("/errors/0/message").asText("");
    if (status == 401 || status == 403) {
      return new Fault.AuthLost(
          http.site()
              + " does not accept the Admin API key; make an integration under Settings,"
              + " Integrations, store its Admin API key, and see that this machine's clock is"
              + " right.");
    }
    if (status == 404 && type.equals("NotFoundError")) {
      return new Fault.Gone("The comment no longer exists on " + http.site() + ".");
    }
    if (status == 404) {
      return new Fault.Transient(
          "There is no Ghost Admin API at %s; check base-url, which is the site's address. It is tried again."
              .formatted(http.site()));
    }
    return new Fault.Rejected(
        "%s refused (status %d, %s)%s"
            .formatted(http.site(), status, type, said.isEmpty() ? "." : ": " + said));
  }
}

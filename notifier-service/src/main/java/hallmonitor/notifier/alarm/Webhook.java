package hallmonitor.notifier.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.gateway.ProviderCall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes one signed call. */
final class Webhook {
  /**
   * Header with seconds since 1970. It is part of the signed content, so that an old call cannot be
   * replayed.
   */
  static final String TIMESTAMP = "X-Hall-Monitor-Timestamp";

  /** Header with {@code sha256=} and the hex HMAC over time stamp, a period and the raw body. */
  static final String SIGNATURE = "X-Hall-Monitor-Signature";

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final ProviderCall call = new ProviderCall();

  /**
   * Makes the call.
   *
   * @return one sentence about what is wrong; empty if the receiver accepted it
   */
  Optional<String> call(
      URI to, boolean privateNetwork, Optional<String> key, UUID id, byte[] body, Instant now) {
    if (!"https".equals(to.getScheme()) && !"http".equals(to.getScheme())) {
      return Optional.of("the address does not start with https:// or http://");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/json")
            .header(IDEMPOTENCY_KEY, id.toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (key.isPresent()) {
      String stamp = Long.toString(now.getEpochSecond());
      request.header(TIMESTAMP, stamp).header(SIGNATURE, sign(key.get(), stamp, body));
    }
    try {
      // Only the status counts; the response body is never read.
      int status = call.make(request, privateNetwork, head -> new UnreadBody()).statusCode();
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of("it answers " + status);
    } catch (ProviderCall.NoAnswer e) {
      return Optional.of(e.why());
    }
  }

  static String sign(String key, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(UTF_8));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package hallmonitor.notifier.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.http.Exchange;
import hallmonitor.messaging.http.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes one call. Redirects are not followed, since they could lead anywhere. An address on this
 * machine or in a private network is called only if the channel allows it.
 */
final class Webhook {
  /**
   * Header with seconds since 1970. It is part of the signed content, so that an old call cannot be
   * replayed.
   */
  static final String TIMESTAMP = "X-Hall-Monitor-Timestamp";

  /** Header with {@code sha256=} and the hex HMAC over time stamp, a period and the raw body. */
  static final String SIGNATURE = "X-Hall-Monitor-Signature";

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Time limit for the whole call, no matter what the receiver sends. */
  private static final Duration WHOLE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();

  /**
   * Makes the call.
   *
   * @return one sentence about what is wrong; empty if the receiver accepted it
   */
  Optional<String> call(
      URI to, boolean privateNetwork, Optional<String> key, UUID id, byte[] body, Instant now) {
    try {
      if (!"https".equals(to.getScheme()) && !"http".equals(to.getScheme())) {
        return Optional.of("the address does not start with https:// or http://");
      }
      if (!privateNetwork && !isPublic(to.getHost())) {
        return Optional.of(
            "the address lies in a private network; say private-network: true if that is meant");
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(to)
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .header("User-Agent", "HallMonitor")
              .header(IDEMPOTENCY_KEY, id.toString())
              .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      if (key.isPresent()) {
        String stamp = Long.toString(now.getEpochSecond());
        request.header(TIMESTAMP, stamp).header(SIGNATURE, sign(key.get(), stamp, body));
      }
      // Only the status counts; the response body is never read.
      int status =
          Exchange.within(WHOLE, client, request.build(), head -> new UnreadBody()).statusCode();
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of("it answers " + status);
    } catch (TimeoutException e) {
      return Optional.of("it does not answer within " + WHOLE.toSeconds() + " s");
    } catch (ExecutionException e) {
      return Optional.of(
          "it cannot be reached ("
              + Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName()
              + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the service is stopping");
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("it cannot be reached (" + e.getClass().getSimpleName() + ")");
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

  private static boolean isPublic(String host) throws IOException {
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (!PublicAddress.is(address)) {
        return false;
      }
    }
    return true;
  }
}

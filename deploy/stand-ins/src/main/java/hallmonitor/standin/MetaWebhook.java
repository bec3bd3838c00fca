package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Meta as it delivers webhooks
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 */
public final class MetaWebhook {
  private static final System.Logger LOG = System.getLogger(MetaWebhook.class.getName());

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI callback;
  private final String appSecret;

  public MetaWebhook(URI callback, String appSecret) {
    this.callback = callback;
    this.appSecret = appSecret;
  }

  /** Asks whether the callback belongs to the app, and returns the answer. */
  public HttpResponse<String> ask(String verifyToken, String challenge)
      throws IOException, InterruptedException {
    String query =
        "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(verifyToken, UTF_8));
    return http.send(
        HttpRequest.newBuilder(URI.create(callback + query)).build(), BodyHandlers.ofString());
  }

  /** Delivers that a comment was written, and returns the status. */
  public int deliver(String page, String comment, String text)
      throws IOException, InterruptedException {
    return http.send(delivery(page, "add", comment, text), BodyHandlers.discarding()).statusCode();
  }

  /**
   * Delivers something in the background. Anyone who cannot be told reads it later.
   *
   * @param verb {@code add}, {@code edited} or {@code remove}
   */
  void tell(String page, String verb, String comment, String text) {
    http.sendAsync(delivery(page, verb, comment, text), BodyHandlers.discarding())
        .exceptionally(
            failure -> {
              LOG.log(System.Logger.Level.DEBUG, "a delivery was not taken", failure);
              return null;
            });
  }

  private HttpRequest delivery(String page, String verb, String comment, String text) {
    Map<String, Object> value =
        Map.of("item", "comment", "verb", verb, "comment_id", comment, "message", text);
    Map<String, Object> entry =
        Map.of("id", page, "changes", List.of(Map.of("field", "feed", "value", value)));
    byte[] body = Json.bytes(Map.of("object", "page", "entry", List.of(entry)));
    return HttpRequest.newBuilder(callback)
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", "sha256=" + signature(body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
